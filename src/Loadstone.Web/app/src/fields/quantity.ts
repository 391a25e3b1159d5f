/** How a quantity is shown, moved and written: in one unit, read from any of several. */
export interface QuantityKind {
  /** The unit that fields and sliders show. */
  readonly unit: string;
  /** Units that are read, with what one of them is in the shown unit. */
  readonly units: Readonly<Record<string, number>>;
  /** Ends of the slider; a number outside is accepted and shown. */
  readonly low: number;
  readonly high: number;
  /** Step of the slider and of the arrow keys. */
  readonly step: number;
  /** Whether the slider moves by ratios. */
  readonly log?: boolean;
}

const lengths = { 'µm': 1, 'μm': 1, um: 1, nm: 1e-3, mm: 1e3, cm: 1e4, m: 1e6 };

export const kinds = {
  loading: { unit: 'mg/cm²', units: { 'mg/cm²': 1, 'mg/cm2': 1, 'mg/cm^2': 1, 'g/m²': 0.1, 'g/m2': 0.1, 'kg/m²': 100 }, low: 2, high: 100, step: 0.2 },
  porosity: { unit: '%', units: { '%': 1 }, low: 10, high: 65, step: 0.5 },
  share: { unit: '%', units: { '%': 1 }, low: 1, high: 99, step: 0.5 },
  solid: { unit: '%', units: { '%': 1 }, low: 0, high: 15, step: 0.1 },
  diameter: { unit: 'µm', units: lengths, low: 0.5, high: 30, step: 0.1, log: true },
  thickness: { unit: 'µm', units: lengths, low: 10, high: 500, step: 1 },
  foil: { unit: 'µm', units: lengths, low: 5, high: 500, step: 1 },
  concentration: { unit: 'mol/L', units: { 'mol/L': 1, M: 1, 'mol/dm³': 1, 'mol/m³': 1e-3, 'mmol/L': 1e-3 }, low: 0.2, high: 2.5, step: 0.05 },
  temperature: { unit: '°C', units: { '°C': 1, C: 1 }, low: -20, high: 60, step: 1 },
  spread: { unit: '', units: { '': 1 }, low: 0, high: 1, step: 0.02 },
  npRatio: { unit: '', units: { '': 1 }, low: 0.8, high: 2, step: 0.01 },
  pressDensity: { unit: 'g/cm³', units: { 'g/cm³': 1, 'g/cm3': 1, 'kg/m³': 1e-3, 'g/mL': 1, 'g/ml': 1 }, low: 1, high: 4, step: 0.02 },
} as const satisfies Record<string, QuantityKind>;

/** The number in the shown unit; null for what is no quantity of this kind that the page can read. */
export function read(text: unknown, kind: QuantityKind): number | null {
  if (typeof text !== 'string') return null;
  const found = /^\s*([+−-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+−-]?\d+)?)\s*(.*?)\s*$/.exec(text);
  if (!found) return null;
  const factor = kind.units[found[2]!.replace(/\s+/g, '')];
  return factor === undefined ? null : Number(found[1]!.replace(/−/g, '-')) * factor;
}

/** Text for the document: as many digits as the step distinguishes. */
export function write(value: number, kind: QuantityKind): string {
  return `${plain(value, kind)} ${kind.unit}`.trimEnd();
}

/** The number alone, without zeros that say nothing. */
export function plain(value: number, kind: QuantityKind): string {
  const decimals = Math.max(0, Math.ceil(-Math.log10(kind.step) - 1e-9)) + (kind.log && value < 3 ? 1 : 0);
  return String(Number(value.toFixed(decimals)));
}
