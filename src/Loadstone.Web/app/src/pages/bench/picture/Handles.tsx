import { kinds, plain, read, write, type QuantityKind } from '../../../fields/quantity';
import { endGesture } from '../../../state/document';
import { arrangement, put, standing } from '../place';
import { layers, percent, setShare, shares, type Side } from '../layers';
import { Handle } from './Handle';
import type { DrawnLayer, Scene } from './scene';

/** The handles of the drawing: boundaries between layers for their shares, the far face of a coating for its loading. */
export function Handles({ scene }: { readonly scene: Scene }) {
  return (
    <>
      {(['positive', 'negative'] as const).flatMap(side => {
        const coats = scene.layers.filter(l => l.layer.electrode === side && l.layer.role === 'coating');
        return coats.length === 0 ? [] : [...boundaries(side, coats, scene), amount(side, coats, scene)];
      })}
    </>
  );
}

function boundaries(side: Side, coats: readonly DrawnLayer[], scene: Scene) {
  if (arrangement(side) === 'mixed') return [];
  const list = layers(side);
  const now = shares(list);
  return coats.slice(0, -1).map((lower, i) => {
    const upper = coats[i + 1]!;
    const [moved, other] = [lower.layer.index, upper.layer.index];
    if (moved === null || other === null || moved === other) return null;
    const [share, rest] = [now[moved], now[other]];
    // The text is ahead of the drawing: half written, or with fewer layers.
    if (share === undefined || rest === undefined) return null;
    const both = share + rest;
    return (
      <Handle
        key={`${side} ${moved} ${other}`}
        label={`Share of ${lower.layer.name}, boundary to ${upper.layer.name}`}
        value={share}
        low={1}
        high={both - 1}
        step={0.5}
        text={`${percent(share)} ${lower.layer.name}, ${percent(both - share)} ${upper.layer.name}; ${lower.layer.thickness.toFixed(1)} µm and ${upper.layer.thickness.toFixed(1)} µm`}
        top={scene.height - upper.bottom}
        perPixel={share / lower.height}
        strong={false}
        onChange={to => setShare(side, moved, to, `boundary ${side} ${moved}`, other)}
        onEnd={endGesture}
      />
    );
  });
}

function amount(side: Side, coats: readonly DrawnLayer[], scene: Scene) {
  const [first, last] = [coats[0]!, coats.at(-1)!];
  const below = side === 'positive';
  const height = coats.reduce((sum, c) => sum + c.height, 0);
  const field = standing([side, 'thickness']).value !== undefined ? 'thickness' : 'loading';
  const kind: QuantityKind = kinds[field];
  const value = read(standing([side, field]).value, kind);
  if (value === null) return null;
  const thickness = coats.reduce((sum, c) => sum + c.layer.thickness, 0);
  const name = `${field === 'loading' ? 'Loading' : 'Thickness'} of the ${side} electrode`;
  return (
    <Handle
      key={`${side} amount`}
      label={name}
      value={value}
      low={kind.low}
      high={Math.max(kind.high, value)}
      step={field === 'loading' ? 0.2 : 0.5}
      text={`${plain(value, kind)} ${kind.unit}${field === 'loading' ? `, ${thickness.toFixed(1)} µm` : ''}`}
      top={scene.height - (below ? last.bottom + last.height : first.bottom)}
      perPixel={((below ? 1 : -1) * value) / height}
      strong
      onChange={to => put([side, field], write(to, kind), `amount ${side}`)}
      onEnd={endGesture}
    />
  );
}
