'use client';

import { type ClipboardEvent, useEffect, useState } from 'react';
import { useRouter } from 'next/navigation';
import { handOverMail } from '@/lib/client/api';
import { targetHint, type TargetHint } from '@/lib/client/target-hint';
import { isWholeMail } from '@/lib/client/whole-mail';
import type { parseTarget } from '@/lib/target/target';
import { Input } from '@/components/ui/field';
import type { StartProblem, StartState } from './start-state';

type Parse = typeof parseTarget;

/**
 * The one field. Says what is wrong while typing, with the part marked; what it understood, when all is well. A pasted
 * message goes to the reader of bounces and complaints.
 */
export function TargetField({ problem, initial }: { problem: StartState; initial: string }) {
  const [input, setInput] = useState(problem?.input ?? initial);
  const [isTyping, setTyping] = useState(false);
  const parse = useParser();
  const refused = problem !== null && problem.input === input;
  const { handedOver, paste } = usePastedMail();
  const hint =
    handedOver ??
    (refused ? refusedHint(problem) : parse ? targetHint(input, parse(input), isTyping) : EMPTY);
  const isWrong = hint.kind === 'wrong';
  return (
    <div className="min-w-0 flex-1 basis-80">
      <label htmlFor="target" className="sr-only">
        Domain or mail address
      </label>
      <Input
        exact
        id="target"
        name="target"
        // Not controlled by React: what is typed before the script is there would be lost.
        defaultValue={problem?.input ?? initial}
        onChange={(event) => {
          setInput(event.target.value);
          setTyping(true);
        }}
        onBlur={() => setTyping(false)}
        onPaste={paste}
        autoFocus
        inputMode="email"
        placeholder="user@example.com"
        aria-invalid={isWrong}
        aria-describedby="target-hint"
        data-target-field
        className="aria-invalid:border-bad min-h-12 px-4 text-lg"
      />
      <div id="target-hint" aria-live="polite" className="mt-1.5 min-h-11 text-sm">
        <Hint hint={hint} />
      </div>
    </div>
  );
}

const EMPTY: TargetHint = { kind: 'empty' };

/** Leads a pasted message to its page; what is said meanwhile, or why not. */
function usePastedMail() {
  const router = useRouter();
  const [handedOver, setHandedOver] = useState<TargetHint | null>(null);
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text');
    if (!isWholeMail(pasted)) return setHandedOver(null);
    event.preventDefault();
    setHandedOver({ kind: 'understood', say: 'A whole message: it is being read.' });
    handOverMail(pasted).then(
      (url) => router.push(url),
      (problem: unknown) =>
        setHandedOver(wrong(problem instanceof Error ? problem.message : 'The message could not be read.')),
    );
  };
  return { handedOver, paste };
}

function wrong(say: string): TargetHint {
  return { kind: 'wrong', say, before: '', part: '', after: '' };
}

/** The parser comes after the page: its tables of international names are large, and the server parses anyway. */
function useParser(): Parse | null {
  const [parse, setParse] = useState<Parse | null>(null);
  useEffect(() => {
    let isHere = true;
    void import('@/lib/target/target').then((room) => isHere && setParse(() => room.parseTarget));
    return () => {
      isHere = false;
    };
  }, []);
  return parse;
}

function refusedHint({ say, input, at, length }: StartProblem): TargetHint {
  if (at === null) return wrong(say);
  const end = at + length;
  return {
    kind: 'wrong',
    say,
    before: input.slice(0, at),
    part: input.slice(at, end),
    after: input.slice(end),
  };
}

function Hint({ hint }: { hint: TargetHint }) {
  switch (hint.kind) {
    case 'empty':
      return (
        <p className="text-soft">
          A domain, an address, or what you have copied: example.com, user@example.com, user@[192.0.2.1], or a
          whole bounce.
        </p>
      );
    case 'understood':
    case 'unfinished':
      return <p className="text-soft wrap-anywhere">{hint.say}</p>;
    case 'wrong':
      return (
        <>
          <p className="text-bad wrap-anywhere">{hint.say}</p>
          {(hint.before !== '' || hint.part !== '' || hint.after !== '') && (
            <p className="text-soft text-note font-mono wrap-anywhere whitespace-pre-wrap">
              {hint.before}
              <mark className="bg-bad-bg text-bad rounded-xs px-px underline decoration-wavy underline-offset-4">
                {hint.part.trim() === '' ? '␣' : hint.part}
              </mark>
              {hint.after}
            </p>
          )}
        </>
      );
  }
}
