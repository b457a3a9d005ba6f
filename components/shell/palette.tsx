'use client';

import { useEffect, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { Command } from 'cmdk';
import type { CheckSummary } from '@/lib/report/summary';
import { fetchRecentChecks } from '@/lib/client/api';
import { OUTCOME_WORD, STATUS_WORD } from '@/lib/show/words';
import { Panel } from '@/components/ui/panel';

/** Checks offered; more are found by their domain's page. */
const CHECKS_OFFERED = 40;

/** Jumps to a domain, a check or a finding. Loaded when it is first called for. */
export default function Palette({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [checks, setChecks] = useState<readonly CheckSummary[] | null>(null);
  const [typed, setTyped] = useState('');

  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
    const leaving = new AbortController();
    fetchRecentChecks(CHECKS_OFFERED, leaving.signal).then(
      (page) => setChecks(page.items),
      () => leaving.signal.aborted || setChecks([]),
    );
    return () => leaving.abort();
  }, []);

  const go = (url: string): void => {
    close();
    router.push(url);
  };
  const domains = [...new Set((checks ?? []).map((check) => check.target.domain))];
  const domain = typed.trim().split('@').at(-1) ?? '';

  return (
    <Panel
      as="dialog"
      ref={dialog}
      onClose={close}
      aria-label="Jump to"
      className="palette text-ink max-w-dialog w-150"
    >
      <Command label="Jump to" loop>
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="domain, check or page"
          className="border-line placeholder:text-soft w-full border-b bg-transparent px-4 py-3 font-mono text-sm outline-none"
        />
        <Command.List className="overflow-y-auto p-2 text-sm">
          <Command.Empty className="text-soft px-2 py-3">Nothing of this name.</Command.Empty>
          {checks === null && <Command.Loading className="text-soft px-2 py-3">Looking.</Command.Loading>}
          {domain.includes('.') && (
            <Item value={`history ${typed}`} pick={() => go(`/domain/${encodeURIComponent(domain)}`)}>
              History of {domain}
            </Item>
          )}
          <Item value="new check" pick={() => go('/')}>
            New check
          </Item>
          <Item value="read a bounce" pick={() => go('/bounce')}>
            Read a bounce
          </Item>
          <Item value="read a complaint feedback" pick={() => go('/feedback')}>
            Read a complaint
          </Item>
          <Item value="findings catalogue" pick={() => go('/findings')}>
            Findings catalogue
          </Item>
          {domains.map((name) => (
            <Item key={name} value={`domain ${name}`} pick={() => go(`/domain/${encodeURIComponent(name)}`)}>
              History of {name}
            </Item>
          ))}
          {(checks ?? []).map((check) => (
            <Item
              key={check.id}
              value={`check ${check.target.input} ${check.id}`}
              pick={() => go(`/check/${check.id}`)}
            >
              <span className="font-mono">{check.target.input}</span>{' '}
              <span className="text-soft">
                {check.verdict ? OUTCOME_WORD[check.verdict.outcome] : STATUS_WORD[check.status]}
              </span>
            </Item>
          ))}
        </Command.List>
      </Command>
    </Panel>
  );
}

function Item({ value, pick, children }: { value: string; pick: () => void; children: React.ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={pick}
      className="data-[selected=true]:bg-faint cursor-pointer rounded-sm px-2 py-1.5 wrap-anywhere"
    >
      {children}
    </Command.Item>
  );
}
