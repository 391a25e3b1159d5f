import { signal } from '@preact/signals';

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

/** Okabe and Ito (2008) without the yellow that white paper swallows: tell apart for colour-blind eyes. */
const light = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b87a00', '#3d9bd1', '#444444', '#b5a800'];
const dark = ['#4fa8e0', '#f08040', '#2cc295', '#e09cc4', '#f0b840', '#8fd0f5', '#d8d8d8', '#f0e442'];

export const colours = signal(resolve());

/** Colour of a series by its place. */
export const seriesColour = (index: number) => (colours.value.dark ? dark : light)[index % light.length]!;

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
