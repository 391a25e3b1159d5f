import { useRef } from 'preact/hooks';

export interface HandleProps {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly step: number;
  /** Height in the drawing, px from its top. */
  readonly top: number;
  /** How much the value rises for each px upwards. */
  readonly perPixel: number;
  readonly strong: boolean;
  readonly onChange: (value: number) => void;
  readonly onEnd: () => void;
}

/** A line of the drawing that a hand or the arrow keys pull. */
export function Handle({ label, value, low, high, text, step, top, perPixel, strong, onChange, onEnd }: HandleProps) {
  const grip = useRef<{ readonly y: number; readonly value: number; readonly perPixel: number } | null>(null);
  const to = (raw: number) => {
    const next = Math.min(high, Math.max(low, Math.round(raw / step) * step));
    if (Math.abs(next - value) > 1e-9) onChange(next);
  };
  const keys: Readonly<Record<string, () => number>> = {
    ArrowUp: () => value + step,
    ArrowRight: () => value + step,
    ArrowDown: () => value - step,
    ArrowLeft: () => value - step,
    PageUp: () => value + 10 * step,
    PageDown: () => value - 10 * step,
    Home: () => low,
    End: () => high,
  };
  return (
    <div
      class={strong ? 'handle strong' : 'handle'}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={Number(value.toFixed(3))}
      aria-valuetext={text}
      title={`${label}: ${text}`}
      style={{ top: `${top}px` }}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus();
        grip.current = { y: event.clientY, value, perPixel };
        event.preventDefault();
      }}
      onPointerMove={event => grip.current && to(grip.current.value + (grip.current.y - event.clientY) * grip.current.perPixel)}
      onLostPointerCapture={() => {
        grip.current = null;
        onEnd();
      }}
      onKeyDown={event => {
        const next = keys[event.key];
        if (!next) return;
        event.preventDefault();
        to(next());
      }}
      onBlur={onEnd}
    >
      <span class="grip" aria-hidden="true" />
    </div>
  );
}
