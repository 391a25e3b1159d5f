import type { QuantityKind } from '../../fields/quantity';

const speeds = { 'm/min': 1, 'mm/s': 0.06, 'm/s': 60, 'cm/s': 0.6 };
const lengths = { 'µm': 1, 'μm': 1, um: 1, mm: 1e3, cm: 1e4, m: 1e6 };
const viscosities = { 'Pas': 1, 'mPas': 1e-3 };

/** Quantities of a process, as its fields show and write them. */
export const processKinds = {
  solids: { unit: '%', units: { '%': 1 }, low: 30, high: 85, step: 0.5 },
  gap: { unit: 'µm', units: lengths, low: 30, high: 1500, step: 5 },
  speed: { unit: 'm/min', units: speeds, low: 0.1, high: 100, step: 0.1, log: true },
  width: { unit: 'mm', units: { mm: 1, cm: 10, m: 1e3, 'µm': 1e-3 }, low: 10, high: 1500, step: 5 },
  share: { unit: '%', units: { '%': 1 }, low: 0, high: 100, step: 1 },
  zoneLength: { unit: 'm', units: { m: 1, cm: 0.01, mm: 1e-3 }, low: 0.5, high: 40, step: 0.5 },
  temperature: { unit: '°C', units: { '°C': 1 }, low: 20, high: 180, step: 1 },
  heat: { unit: 'W/(m² K)', units: { 'W/(m²K)': 1, 'W/(m2K)': 1 }, low: 10, high: 300, step: 5 },
  ramp: { unit: 'K/s', units: { 'K/s': 1, '°C/s': 1 }, low: 0.05, high: 10, step: 0.05, log: true },
  time: { unit: 's', units: { s: 1, min: 60, h: 3600 }, low: 10, high: 3600, step: 10, log: true },
  lineLoad: { unit: 'N/mm', units: { 'N/mm': 1, 'kN/m': 1, 'N/m': 1e-3, 'N/cm': 0.1 }, low: 10, high: 2000, step: 10, log: true },
  yield: { unit: 'Pa', units: { Pa: 1, kPa: 1e3 }, low: 0.1, high: 100, step: 0.1, log: true },
  viscosity: { unit: 'Pa s', units: viscosities, low: 0.01, high: 500, step: 0.1, log: true },
  structure: { unit: 'mL/g', units: { 'mL/g': 1, 'ml/g': 1, 'cm³/g': 1 }, low: 0.5, high: 20, step: 0.1 },
} as const satisfies Record<string, QuantityKind>;
