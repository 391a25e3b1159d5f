import type { DocumentPath } from '../../state/document';
import { problems } from './results';
import { written } from '../../state/paths';
import { standing } from './place';

/** What is wrong at a field, in the words of the document's reader. */
export function problemAt(path: DocumentPath): string | undefined {
  const own = written(path);
  const set = standing(path).path;
  const override = set[0] === 'variants' ? [String(set[2]), written(set)] : [];
  const found = problems.value.find(p => p.path !== undefined && (p.path === own || override.some(o => p.path === o || p.path!.endsWith(o) || p.path!.includes(`"${o}"`))));
  if (!found) return undefined;
  return found.message.startsWith(`${found.path}: `) ? found.message.slice(found.path!.length + 2) : found.message;
}
