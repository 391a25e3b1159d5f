import { computed, signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Legend } from '../../../charts/HeatMap';
import { colours } from '../../../charts/colours';
import { salt, viridis } from '../../../charts/scales';
import { ahead, geometry } from '../geometry';
import { maps, problems, structure } from '../results';
import { moment as time } from '../time';
import { Handles } from './Handles';
import { labels } from './labels';
import { paint } from './paint';
import { barLength, extent, scene } from './scene';
import { momentOf } from './state';

/** Whether the drawing shows the state of the discharge or only the build. */
export const showsState = signal(true);

// A document with a problem has no stack of its own; the last one stays.
const stack = computed(() => {
  const known = structure.value;
  if (!known) return [];
  return problems.value.length > 0 ? known.value.layers : ahead(known.value, known.basis, geometry.value);
});
const state = computed(() => (showsState.value && maps.value && time.value !== null ? momentOf(maps.value.value, time.value) : null));

/** The stack in cross-section, to scale, with handles at what can be pulled. */
export function StackPicture() {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef(1);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setSize({ width: Math.floor(entry!.contentRect.width), height: Math.floor(entry!.contentRect.height) }));
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);

  const layers = stack.value;
  if (layers.length > 0) held.current = extent(layers, held.current);
  const drawn = scene(layers, size.height, held.current);
  const now = state.value;
  const scheme = colours.value;
  useEffect(() => {
    if (size.width > 0) paint(canvas.current!, drawn, size.width, now);
  });
  void scheme;

  const bar = size.width > 0 && layers.length > 0 ? barLength(drawn.scale, size.width) : 0;
  const words = layers.map(l => `${l.name} ${l.thickness.toFixed(1)} µm`).join(', ');
  return (
    <div class="stack">
      <div class="stack-body" style={{ '--width': `${size.width}px`, '--height': `${size.height}px` }}>
        <div class="stack-drawing" ref={place} role="group" aria-label={`Cross-section to scale, from the foil up: ${words}`}>
          <canvas ref={canvas} aria-hidden="true" />
          {layers.length > 0 && size.height > 0 && <Handles scene={drawn} />}
        </div>
        <div class="stack-labels">
          {size.height > 0 && labels(drawn).map(({ name, lines, middle }, i) => (
            <div key={i} class="stack-label" style={{ bottom: `${middle}px` }}>
              <b>{name}</b>
              {lines.map(line => <span key={line}>{line}</span>)}
            </div>
          ))}
        </div>
      </div>
      <div class="stack-foot">
        <span class="scale-bar" aria-label={`Scale bar: ${bar} µm`}><i style={{ width: `${bar * drawn.scale}px` }} />{bar} µm</span>
        <label><input type="checkbox" checked={showsState.value} onChange={event => (showsState.value = event.currentTarget.checked)} /> Colour by state</label>
      </div>
      <div class={now ? 'stack-legends' : 'stack-legends off'}>
        <span>Lithium in particles</span><Legend scale={viridis} low={now ? now.fillRange[0].toFixed(2) : ''} high={now ? now.fillRange[1].toFixed(2) : ''} />
        <span>Salt in pores <small>mol/L</small></span><Legend scale={salt} low={now ? (now.saltRange[0] / 1000).toFixed(1) : ''} high={now ? (now.saltRange[1] / 1000).toFixed(1) : ''} />
      </div>
    </div>
  );
}
