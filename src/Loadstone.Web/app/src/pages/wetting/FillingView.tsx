import { useEffect, useRef, useState } from 'preact/hooks';
import { colours } from '../../charts/colours';
import { looks, paint } from './paint';
import { position } from './player';
import type { Filling } from './run';

/** The section of one arrangement while it fills: electrolyte comes from above, the foil is below. */
export function FillingView({ one, field }: { readonly one: Filling; readonly field: string | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const dark = colours.value.dark;
  const volumes = position.value;
  useEffect(() => {
    const place = canvas.current!;
    const watch = new ResizeObserver(() => setWidth(Math.round(place.clientWidth * devicePixelRatio)));
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const place = canvas.current!;
    if (width === 0) return;
    const height = Math.round(width * aspect(one));
    if (place.width !== width || place.height !== height) [place.width, place.height] = [width, height];
    paint(place, one, volumes, field, looks(dark));
  }, [one, volumes, field, dark, width]);
  const wet = wetShare(one, volumes);
  return (
    <figure class="filling">
      <figcaption>
        <strong>{one.name}</strong>
        <span class="muted">{one.bed === null ? 'packing …' : wet === null ? 'dry' : `${(100 * wet).toFixed(1)} % wet`}</span>
      </figcaption>
      <canvas ref={canvas} role="img" aria-label={`${one.name} after ${volumes.toFixed(3)} pore volumes${wet === null ? '' : `: ${(100 * wet).toFixed(1)} % of the pores are wet`}`} />
      <progress value={one.done} max={1} aria-label={`Progress of ${one.name}`} />
    </figure>
  );
}

const usual = 146 / 50;
const aspect = (one: Filling) => (one.bed ? one.bed.height / one.bed.width : usual);

function wetShare(one: Filling, volumes: number): number | null {
  if (one.steps.length > 0) return Math.min(volumes, one.steps.at(-1)!.volumes);
  const last = one.samples.volumes.findLastIndex(v => v <= volumes + 1e-9);
  return last < 0 ? null : one.samples.saturation[last]! / 100;
}
