import { NumberOption, TextOption } from './Option';
import { arrangements, change, options, type Mode } from './options';

const modes: readonly { readonly value: Mode; readonly label: string; readonly what: string }[] = [
  { value: 'capillary', label: 'Capillary', what: 'Slow filling, where capillarity alone decides: many random beds, in seconds.' },
  { value: 'ranking', label: 'Ranking', what: 'The same over arrangements, ratios, gaps and contact angles of the design’s two particle sizes: which order of breakthrough holds where.' },
  { value: 'study', label: 'Viscous', what: 'Flow of electrolyte and air on a grid, without surface tension: about a minute of a processor a bed; watch it fill.' },
  { value: 'cell', label: 'Whole cell', what: 'A whole cell from its edges or its separator, and its rest until trapped gas has gone.' },
];

/** The options of a run; what does not belong to its mode is left out. */
export function OptionFields() {
  const now = options.value;
  const isBed = now.mode !== 'cell';
  const isRanking = now.mode === 'ranking';
  const isCapillary = now.mode === 'capillary' || isRanking;
  return (
    <>
      <fieldset>
        <legend>Model</legend>
        {modes.map(mode => (
          <label key={mode.value} class="choice-line">
            <input type="radio" name="mode" checked={now.mode === mode.value} onChange={() => change({ mode: mode.value })} />
            <span><strong>{mode.label}</strong> <span class="muted">{mode.what}</span></span>
          </label>
        ))}
      </fieldset>
      {isRanking && (
        <fieldset>
          <legend>Ranked</legend>
          <TextOption name="ranked" option="--arrangements" title="Arrangements" what="How large (L) and small (S) particles stand, the first letter at the foil: L-S, S-L, Mix, and L→S, S→L where their shares change evenly." />
          <TextOption name="ratios" option="--ratios" title="L:S" range="0:1 to 1:0, as 3:7" what="Ratios of large to small particles by volume." />
          <TextOption name="gaps" option="--gap" title="Gaps" range="usually 0.2 to 3 µm" what="Smallest distances between discs: they set the pressures of entry more than anything else." />
          <TextOption name="angles" option="--angle" title="Contact angles" range="0° to 90°" what="Contact angles through the electrolyte." />
        </fieldset>
      )}
      {!isRanking && (
        <fieldset>
          <legend>Arrangements of the document's layers</legend>
          {arrangements.map(({ value, label }) => (
            <label key={value} class="choice-line">
              <input type="checkbox" checked={now.arrangements.includes(value)} onChange={event => change({ arrangements: arrangements.map(a => a.value).filter(a => (a === value ? event.currentTarget.checked : now.arrangements.includes(a))) })} />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {isBed && (
        <fieldset>
          <legend>Beds</legend>
          <NumberOption name="seeds" option="--seeds" title="Random beds" range="1 to 100 here, more on the command line" what="Beds of each arrangement; errors are over them. The first one is drawn." max={100} step={1} />
          <TextOption name="porosity" option="--porosity" title="Porosity" range="about 45 to 90 %" what="Porosity of all layers; each layer's own where this is empty. Discs in a plane cannot be packed as densely as spheres in space." standard="each layer's own" />
          {!isRanking && <TextOption name="gap" option="--gap" title="Gap" range="usually 0.2 to 3 µm" what="Smallest distance between discs: it sets the pressures of entry more than anything else." />}
          <TextOption name="width" option="--width" title="Width" range="up to 500 µm here; 50 µm hold some large particles side by side" what="Width of the bed." />
        </fieldset>
      )}
      <fieldset>
        <legend>{isBed ? 'Electrolyte' : 'Rest'}</legend>
        {now.mode === 'capillary' && <TextOption name="angle" option="--angle" title="Contact angle" range="0° to 90°" what="Contact angle through the electrolyte." />}
        {isCapillary && <TextOption name="surfaceTension" option="--surface-tension" title="Surface tension" range="of carbonate electrolytes about 25 to 45 mN/m" what="Surface tension of the electrolyte." />}
        {isBed && <TextOption name="viscosity" option="--viscosity" title="Viscosity" range="of carbonate electrolytes about 1 to 10 mPa s" what="Viscosity of the electrolyte." />}
        {isBed && !(now.mode === 'capillary' && now.reservoir) && <TextOption name="velocity" option="--velocity" title="Flux" range="usually 0.01 to 1 mm/s" what="Volume per cross-section and time that is forced in." />}
        {now.mode === 'capillary' && <label class="choice-line"><input type="checkbox" checked={now.reservoir} onChange={event => change({ reservoir: event.currentTarget.checked })} />from a reservoir at the pressure of the air</label>}
        {now.mode === 'study' && <TextOption name="grid" option="--grid" title="Grid cell" range="usually 0.25 to 1 µm" what="Side of a grid cell; it must be narrower than the gaps on the widest way down." />}
        {now.mode === 'study' && <NumberOption name="poreVolumes" option="--pore-volumes" title="Injected" range="0.01 to 10" what="How much is injected, in volumes of the bed's pores." max={10} step={0.1} />}
        {now.mode === 'cell' && <TextOption name="rest" option="--rest" title="Rest" what="Time of rest, in place of the document's; 50 h where it states none." standard="as written" />}
      </fieldset>
    </>
  );
}
