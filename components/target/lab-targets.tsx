import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { Panel } from '@/components/ui/panel';
import { Section } from '@/components/ui/section';

interface LabTargetsProps {
  targets: readonly { target: string; about: string }[];
  start: (form: FormData) => Promise<void>;
}

/** Targets that are shown without being asked for. */
const SHOWN = 16;

/** Targets of the practice internet, each one press away. */
export function LabTargets({ targets, start }: LabTargetsProps) {
  const further = targets.slice(SHOWN);
  if (targets.length === 0) return null;
  return (
    <Section id="lab" title="Practice internet" about="nothing here leaves this machine">
      <Targets targets={targets.slice(0, SHOWN)} start={start} />
      {further.length > 0 && (
        <Fold summary={`${further.length} more`} className="mt-3">
          <Targets targets={further} start={start} />
        </Fold>
      )}
    </Section>
  );
}

function Targets({ targets, start }: LabTargetsProps) {
  return (
    <Panel as="ul" className="bg-line mt-3 grid gap-px overflow-hidden md:grid-cols-2">
      {targets.map(({ target, about }) => (
        <li key={target} className="bg-card flex items-center gap-3 px-4 py-2.5">
          <span className="min-w-0 flex-1">
            <span className="block font-mono text-sm wrap-anywhere">{target}</span>
            <span className="text-soft text-note block">{about}</span>
          </span>
          <form action={start}>
            <input type="hidden" name="target" value={target} />
            <Button aria-label={`Check ${target}`}>Check</Button>
          </form>
        </li>
      ))}
    </Panel>
  );
}
