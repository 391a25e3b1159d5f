import { signal } from '@preact/signals';
import { seriesPair } from './palette';

/** Colours of the page as a canvas needs them: resolved, for the scheme that is shown now. */
export interface Colours {
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly paper: string;
  readonly panel: string;
  readonly accent: string;
  readonly dark: boolean;
}

export const colours = signal(resolve());

/** Colour of a series by its place. */
export const seriesColour = (index: number) => seriesPair(index)[colours.value.dark ? 'darkColor' : 'color'];

/** The same colour, see-through. */
export const faint = (hex: string, alpha: number) => hex + Math.round(alpha * 255).toString(16).padStart(2, '0');

const renew = () => (colours.value = resolve());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', renew);
new MutationObserver(renew).observe(document.documentElement, { attributeFilter: ['class', 'style', 'data-theme', 'data-scheme'] });
addEventListener('load', renew);

function resolve(): Colours {
  const probe = document.documentElement.appendChild(document.createElement('i'));
  // A custom property holds its text; only a colour that is used is resolved to the scheme.
  const of = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const paper = of('--paper');
  const found = { ink: of('--ink'), muted: of('--muted'), rule: of('--rule'), paper, panel: of('--panel'), accent: of('--accent'), dark: brightness(paper) < 128 };
  probe.remove();
  return found;
}

function brightness(colour: string): number {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
