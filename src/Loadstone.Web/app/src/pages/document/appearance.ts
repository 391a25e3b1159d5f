import { EditorView } from '@codemirror/view';

/** The look of the editor in the page's colours, which the shadow tree inherits. */
export const appearance = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '.5rem 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--accent) 28%, transparent)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--panel) 60%, transparent)' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--muted)', borderRight: '1px solid var(--rule)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-foldGutter span': { padding: '0 .25rem', cursor: 'pointer' },
  '.cm-foldPlaceholder': { padding: '0 .4rem', backgroundColor: 'var(--panel)', borderColor: 'var(--rule)', color: 'var(--muted)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent)' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--warning) 30%, transparent)' },
  '.cm-tooltip': { border: '1px solid var(--rule)', borderRadius: '5px', backgroundColor: 'var(--paper)', color: 'var(--ink)', boxShadow: 'var(--shadow)' },
  '.cm-tooltip .cm-completionInfo': { maxWidth: '26rem', padding: '.4rem .7rem', fontFamily: 'inherit' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '.12rem .6rem !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent) !important', color: 'var(--on-accent) !important' },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-help, .cm-diagnostic': { maxWidth: '32rem', padding: '.35rem .7rem', font: '13px/1.4 "Helvetica Neue", Arial, "Liberation Sans", sans-serif' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)', borderColor: 'var(--rule)' },
  '.cm-textfield, .cm-button': { border: '1px solid var(--rule)', borderRadius: '4px', backgroundColor: 'var(--paper)', backgroundImage: 'none', color: 'var(--ink)' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink)' },
});
