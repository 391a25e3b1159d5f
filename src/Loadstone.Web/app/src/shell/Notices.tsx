import { dismiss, notices } from '../state/notices';

/** What was done and what went wrong, over the lower corner: nothing on the page moves. */
export function Notices() {
  return (
    <div class="notices">
      {notices.value.map(notice => (
        <div key={notice.id} class={`notice of-${notice.kind}`} role={notice.kind === 'problem' ? 'alert' : 'status'}>
          <span>{notice.text}</span>
          <button type="button" class="plain" aria-label="Dismiss" onClick={() => dismiss(notice.id)}>✕</button>
        </div>
      ))}
    </div>
  );
}
