import type { Deviations } from '@/lib/verify/verification';
import { Code } from '@/components/ui/code';
import { Fold } from '@/components/ui/fold';

/** Where a file deviates from its evidence: the place, what stands there, what follows. */
export function DeviationList({ deviations: { count, first } }: { deviations: Deviations }) {
  if (count === 0) return null;
  return (
    <Fold
      className="mt-2"
      open={count <= 3}
      summary={count > first.length ? `The first ${first.length} places` : 'Where'}
    >
      <ul className="mt-2 grid gap-3">
        {first.map(({ path, stated, made }, n) => (
          <li key={n}>
            <Code className="font-semibold">{path}</Code>
            <dl className="pairs">
              <dt className="text-soft">in the file</dt>
              <dd className="min-w-0">{stated === null ? 'nothing' : <Code>{stated}</Code>}</dd>
              <dt className="text-soft">by the evidence</dt>
              <dd className="min-w-0">{made === null ? 'nothing' : <Code>{made}</Code>}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
