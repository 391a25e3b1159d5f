import { theme, type Theme } from '../state/theme';

const words: Readonly<Record<Theme, string>> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  return (
    <select aria-label="Look" title="Look" value={theme.value} onChange={event => (theme.value = event.currentTarget.value as Theme)}>
      {Object.entries(words).map(([name, word]) => <option key={name} value={name}>{word}</option>)}
    </select>
  );
}
