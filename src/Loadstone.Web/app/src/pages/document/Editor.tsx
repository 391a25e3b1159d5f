import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { problems } from '../../state/checking';
import { redo, text, undo } from '../../state/document';
import type { Problem } from '../../state/server';
import { appearance } from './appearance';
import { assistance, loadSchema } from './assistance';
import { shown } from './jumping';
import { language } from './language';
import { extentOf } from './marks';
import { show, writesDocument } from './syncing';

/** The editor's own history would know nothing of what is dragged on other pages. */
const history = keymap.of([
  { key: 'Mod-z', run: () => (undo(), true), preventDefault: true },
  { key: 'Mod-y', mac: 'Mod-Shift-z', run: () => (redo(), true), preventDefault: true },
  { key: 'Mod-Shift-z', run: () => (redo(), true), preventDefault: true },
]);

const extensions: Extension = [
  history, lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), lintGutter(), foldGutter(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(),
  highlightActiveLine(), highlightSelectionMatches(), language, assistance, appearance, writesDocument, EditorState.tabSize.of(2), EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': 'Design document', tabindex: '0' }),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]),
];

/** The document as text. It lives in a shadow tree, since only there CodeMirror brings its styles in a way that the content-security policy allows. */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    const view = new EditorView({ parent: root, root, state: EditorState.create({ doc: text.peek(), extensions }) });
    shown.value = view;
    const stops = [effect(() => void loadSchema()), effect(() => show(view, text.value)), effect(() => mark(view, problems.value ?? []))];
    return () => {
      for (const stop of stops) stop();
      shown.value = null;
      view.destroy();
    };
  }, []);
  return <div class="editor" ref={host} />;
}

function mark(view: EditorView, found: readonly Problem[]): void {
  const written = view.state.doc.toString();
  view.dispatch(setDiagnostics(view.state, found.map(problem => ({ ...extentOf(problem, written), severity: 'error' as const, message: problem.message }))));
}
