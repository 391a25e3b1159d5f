import { take } from '../state/file';
import { complain, say } from '../state/notices';

/** A design dropped anywhere on the page is opened; pages that take other files handle their drops themselves. */
export function listenForDrops(): void {
  addEventListener('dragover', event => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', event => {
    const files = event.dataTransfer?.files;
    if (event.defaultPrevented || !files || files.length === 0) return;
    event.preventDefault();
    void takeDropped(files);
  });
}

async function takeDropped(files: FileList): Promise<void> {
  const file = files[0]!;
  try {
    if (files.length > 1 || !/\.jsonc?$/i.test(file.name)) throw new Error('Drop one design document (.json) here; measured files belong to the Laboratory.');
    await take(file);
    say(`Opened ${file.name}; undo brings the earlier design back.`);
  } catch (error) {
    complain(error);
  }
}
