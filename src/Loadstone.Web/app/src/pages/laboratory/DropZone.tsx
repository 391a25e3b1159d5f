import { type Arriving, arriving, handIn, leave, offer } from './files';

/** Where files are chosen; those that are dropped anywhere on the page come here too. */
export function DropZone() {
  return (
    <div class="drop">
      <input
        id="laboratory-files"
        class="off-screen"
        type="file"
        multiple
        onChange={event => {
          void handIn([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <label for="laboratory-files">Drop files here, or <span class="link">choose them</span></label>
      {arriving.value.length === 0
        ? <p class="muted">{offer.value && `up to ${offer.value.fileBytes / 1e6} MB each`}&nbsp;</p>
        : <ul class="drop-arriving" aria-label="Files on their way">{arriving.value.map(one => <Way key={one.source.name} one={one} />)}</ul>}
    </div>
  );
}

function Way({ one }: { readonly one: Arriving }) {
  const { name, size } = one.source;
  const gone = Math.round(100 * one.share);
  return (
    <li>
      <span class="drop-name" title={name}>{name}</span>
      <progress max={100} value={gone} aria-label={`${name}, ${(size / 1e6).toFixed(1)} MB`} />
      <small class="muted">{one.share < 1 ? `${gone} %` : 'being read'}</small>
      <button type="button" class="plain" aria-label={`Leave ${name}`} onClick={() => leave(one)}>×</button>
    </li>
  );
}
