import { Blocks } from '../../report/Blocks';
import type { Ranking } from './parts';
import { isRunning } from './run';

/** A ranking while its beds come in: orders, what they turn on, plots and numbers. */
export function RankingView({ ranking }: { readonly ranking: Ranking }) {
  return (
    <>
      <p class="muted" role="status">{isRunning.value ? `After ${ranking.beds} beds of each packing; intervals shrink while more come in.` : `${ranking.beds} beds of each packing.`}</p>
      {ranking.sections.map(section => (
        <section key={section.heading}>
          <h2>{section.heading}</h2>
          <Blocks blocks={section.blocks} />
        </section>
      ))}
    </>
  );
}
