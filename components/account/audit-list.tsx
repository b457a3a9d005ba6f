import type { AuditAction } from '@/lib/account';
import { LocalTime } from '@/components/ui/local-time';
import { Panel, PanelNote, PanelRow, RowEnd } from '@/components/ui/panel';
import { ACTION_WORDS } from './action-words';

interface AuditListProps {
  entries: readonly {
    at: string;
    who: string | null;
    address: string;
    action: AuditAction;
    object: string | null;
  }[];
}

/** Who did what, newest first. */
export function AuditList({ entries }: AuditListProps) {
  if (entries.length === 0) return <PanelNote>Nothing yet.</PanelNote>;
  return (
    <Panel as="ol">
      {entries.map(({ at, who, address, action, object }, n) => (
        <PanelRow key={n} className="flex flex-wrap items-baseline gap-x-3 py-2 text-sm">
          <span className="text-soft text-note md:w-44">
            <LocalTime iso={at} />
          </span>
          <span className="font-medium wrap-anywhere">{who ?? 'Somebody who was not signed in'}</span>
          <span className="min-w-0 wrap-anywhere">
            {ACTION_WORDS[action]}
            {object !== null && <span className="font-mono"> {object}</span>}
          </span>
          <RowEnd className="font-mono">{address}</RowEnd>
        </PanelRow>
      ))}
    </Panel>
  );
}
