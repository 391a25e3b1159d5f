import './report.css';
import type { Block } from './blocks';
import { PlotBlock } from './PlotBlock';
import { TableBlock } from './TableBlock';

/** Blocks of a report: plots side by side where there is room, the rest below each other. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return <div class="blocks">{blocks.map((block, i) => <BlockView key={i} block={block} />)}</div>;
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'plot': return <PlotBlock figure={block} />;
    case 'table': return <TableBlock table={block} />;
    case 'text': return <p class="wide">{block.text}</p>;
    case 'list': return block.items.length === 0 ? null : <ul class="wide">{block.items.map(item => <li key={item}>{item}</li>)}</ul>;
    case 'drawing':
      return (
        <figure class="drawing">
          <figcaption>{block.title}</figcaption>
          <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg)}`} alt={[block.title, block.caption].filter(Boolean).join('. ')} />
          {block.caption && <p class="muted">{block.caption}</p>}
        </figure>
      );
  }
}
