'use client';

import { useEffect, useState } from 'react';
import { targetHint, type TargetHint } from '@/lib/client/target-hint';
import type { parseTarget } from '@/lib/target/target';
import type { StartProblem, StartState } from './start-state';

type Parse = typeof parseTarget;

/** The one field. Says what is wrong while typing, with the part marked; what it understood, when all is well. */
export function TargetField({ problem, initial }: { problem: StartState; initial: string }) {
  const [input, setInput] = useState(problem?.input ?? initial);
  const [isTyping, setTyping] = useState(false);
  const parse = useParser();
  const refused = problem !== null && problem.input === input;
  const hint = refused ? refusedHint(problem) : parse ? targetHint(input, parse(input), isTyping) : EMPTY;
  const isWrong = hint.kind === 'wrong';
  return (
    <div className="min-w-0 flex-[1_1_320px]">
      <label htmlFor="target" className="sr-only">
        Domain or mail address
      </label>
      <input
        id="target"
        name="target"
        // Not controlled by React: what is typed before the script is there would be lost.
        defaultValue={problem?.input ?? initial}
        onChange={(event) => {
          setInput(event.target.value);
          setTyping(true);
        }}
        onBlur={() => setTyping(false)}
        autoFocus
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        placeholder="user@example.com"
        aria-invalid={isWrong}
        aria-describedby="target-hint"
        data-target-field
        className="field aria-invalid:border-bad min-h-12 px-4 text-lg"
      />
      <div id="target-hint" aria-live="polite" className="mt-1.5 min-h-11 text-sm">
        <Hint hint={hint} />
      </div>
    </div>
  );
}

const EMPTY: TargetHint = { kind: 'empty' };

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
  if (at === null) return { kind: 'wrong', say, before: '', part: '', after: '' };
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
          A domain, an address, or what you have copied: example.com, user@example.com, user@[192.0.2.1].
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
            <p className="text-soft font-mono text-[13px] wrap-anywhere whitespace-pre-wrap">
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
