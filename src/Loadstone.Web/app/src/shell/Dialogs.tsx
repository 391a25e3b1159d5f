import type { ComponentType } from 'preact';
import { CommandDialog } from './CommandDialog';
import { closeDialog, dialog, type DialogName } from './dialogs';
import { GalleryDialog } from './GalleryDialog';
import { ReportDialog } from './ReportDialog';
import { ShareDialog } from './ShareDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

const all: Readonly<Record<DialogName, ComponentType<{ readonly onClose: () => void }>>> = {
  gallery: GalleryDialog,
  share: ShareDialog,
  command: CommandDialog,
  report: ReportDialog,
  shortcuts: ShortcutsDialog,
};

/** The dialog that is open. */
export function Dialogs() {
  if (!dialog.value) return null;
  const Open = all[dialog.value];
  return <Open onClose={closeDialog} />;
}
