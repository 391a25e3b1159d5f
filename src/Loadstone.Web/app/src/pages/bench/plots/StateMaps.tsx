import { useMemo } from 'preact/hooks';
import { HeatMap, type Band } from '../../../charts/HeatMap';
import { salt, viridis } from '../../../charts/scales';
import type { Maps, ParticleMap, Structure } from '../../../state/bench';
import { isStale, maps, structure } from '../results';
import { mapRanges } from '../picture/state';
import { inWords, moment, progress } from '../time';
import { plotTopics } from './topics';

/** Salt in the pores and lithium in the particles, against time and height. */
export function StateMaps() {
  const found = maps.value?.value;
  const stack = structure.value?.value;
  const bands = useMemo(() => (found && stack ? { salt: [saltBand(found)], fill: fillBands(found, stack) } : null), [found]);
  const boundaries = useMemo(() => (stack ? tops(stack) : []), [found]);
  if (!found || !bands) return <div class="maps" />;
  const { saltRange, fillRange } = mapRanges(found);
  const last = found.time.at(-1) ?? 1;
  const common = {
    time: found.time,
    heightRange: [found.faces[0]!, found.faces.at(-1)!] as const,
    boundaries,
    marker: moment,
    words: inWords,
    onPick: (time: number) => (progress.value = time / last),
    stale: isStale(maps),
  };
  const molar = [saltRange[0] / 1000, saltRange[1] / 1000] as const;
  return (
    <div class="maps">
      <HeatMap {...common} title="Salt in the pores" topic={plotTopics.salt} unit="mol/L" bands={bands.salt} range={molar} scale={salt} digits={2}
        summary={`At ${found.rate}, from ${molar[0].toFixed(2)} to ${molar[1].toFixed(2)} mol/L over time and height`} />
      <HeatMap {...common} title="Lithium in the particles" topic={plotTopics.fill} unit="filling θ" bands={bands.fill} heightRange={[0, Math.max(...bands.fill.map(b => b.faces.at(-1)!))]} range={fillRange} scale={viridis} digits={2}
        summary={`At ${found.rate}, filling from ${fillRange[0].toFixed(2)} to ${fillRange[1].toFixed(2)} over time and height`} />
    </div>
  );
}

const saltBand = (found: Maps): Band => ({ faces: found.faces, values: found.salt.map(row => row.map(c => c / 1000)) });

/** One band for each layer with particles; where several sizes share a layer, their mean by volume. */
function fillBands(found: Maps, stack: Structure): readonly Band[] {
  const layers = [...new Set(found.particles.map(p => p.layer))];
  return layers.map(layer => {
    const classes = found.particles.filter(p => p.layer === layer);
    const weight = (p: ParticleMap) => stack.layers[layer]?.particles[p.class]?.volumeFraction ?? 1;
    const whole = classes.reduce((sum, p) => sum + weight(p), 0);
    const first = classes[0]!;
    const values = first.mean.map((row, time) => row.map((_, i) => classes.reduce((sum, p) => sum + (weight(p) * (p.mean[time]?.[i] ?? 0)) / whole, 0)));
    const from = found.height.findIndex(h => h >= first.height[0]! - 1e-3);
    return { faces: found.faces.slice(from, from + first.height.length + 1), values };
  });
}

function tops(stack: Structure): readonly number[] {
  let height = 0;
  return stack.layers.filter(layer => layer.role !== 'foil').map(layer => (height += layer.thickness));
}
