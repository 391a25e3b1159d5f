import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import './fields.css';

/** What a quantity is, in what unit, what can be expected, and where it comes from. */
export interface HelpTopic {
  readonly title: string;
  readonly what: string;
  readonly unit?: string;
  readonly range?: string;
  readonly source?: string;
}

const shown = signal<{ readonly topic: HelpTopic; readonly by: HTMLElement; readonly kept: boolean } | null>(null);
const id = 'quantity-help';

/** Words that explain themselves on hover, focus or click; Escape takes the explanation away. */
export function Help({ topic, children }: { readonly topic: HelpTopic; readonly children: ComponentChildren }) {
  const open = (by: EventTarget & HTMLElement, kept: boolean) => (shown.value = { topic, by, kept });
  const close = (kept: boolean) => {
    if (shown.value?.topic === topic && (kept || !shown.value.kept)) shown.value = null;
  };
  return (
    <button
      type="button"
      class="help"
      aria-describedby={shown.value?.topic === topic ? id : undefined}
      aria-label={`${topic.title}: explanation`}
      onPointerEnter={event => event.pointerType === 'mouse' && open(event.currentTarget, false)}
      onPointerLeave={() => close(false)}
      onFocus={event => open(event.currentTarget, false)}
      onBlur={() => close(true)}
      onClick={event => (shown.value?.topic === topic && shown.value.kept ? close(true) : open(event.currentTarget, true))}
      onKeyDown={event => event.key === 'Escape' && close(true)}
    >
      {children}
    </button>
  );
}

/** Where the explanations appear: one place for all, above everything. */
export function HelpHost() {
  const place = useRef<HTMLDivElement>(null);
  const now = shown.value;
  useEffect(() => {
    const box = place.current!;
    if (!now) {
      if (box.matches(':popover-open')) box.hidePopover();
      return;
    }
    if (!box.matches(':popover-open')) box.showPopover();
    const by = now.by.getBoundingClientRect();
    const below = by.bottom + 6 + box.offsetHeight < innerHeight;
    box.style.left = `${Math.max(8, Math.min(by.left, innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${below ? by.bottom + 6 : Math.max(8, by.top - box.offsetHeight - 6)}px`;
  }, [now]);
  return (
    <div id={id} ref={place} class="help-text" role="tooltip" popover="manual">
      {now && (
        <>
          <strong>{now.topic.title}{now.topic.unit && <span class="unit"> / {now.topic.unit}</span>}</strong>
          <p>{now.topic.what}</p>
          {now.topic.range && <p><b>Range</b> {now.topic.range}</p>}
          {now.topic.source && <p class="source">{now.topic.source}</p>}
        </>
      )}
    </div>
  );
}
