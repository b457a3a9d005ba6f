import { clsx } from 'clsx';
import { CircleDashed } from 'lucide-react';
import type { BatchTarget } from '@/lib/batch/batch';
import {
  countOf,
  TARGET_CHANGE_TONE,
  TARGET_CHANGE_WORD,
  TARGET_OUTCOME_TONE,
  TARGET_OUTCOME_WORD,
  TARGET_STATE_WORD,
} from '@/lib/show/batch-words';
import { ownLink } from '@/lib/own-link';
import { RowEnd, RowLine, SignRow } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { TONE_TEXT } from '@/components/ui/tone';
import { ToneIcon } from '@/components/ui/tone-icon';
import { findingName } from './batch-counts';

/** One line of a batch: what came of it, and where it stands in the list. */
export function TargetRow({ target }: { target: BatchTarget }) {
  const { line, lines, input, state, problem, checkId, outcome, headline, findings, change } = target;
  const tone = outcome === null ? 'unknown' : TARGET_OUTCOME_TONE[outcome];
  const isOpen = state === 'waiting' || state === 'running';
  return (
    <SignRow
      sign={
        isOpen ? (
          <CircleDashed aria-hidden size={19} className="text-link shrink-0" />
        ) : (
          <ToneIcon tone={tone} size={19} />
        )
      }
    >
      <RowLine>
        {checkId === null ? (
          <span className="font-mono text-sm wrap-anywhere">{input === '' ? '(nothing)' : input}</span>
        ) : (
          <a href={ownLink(`/check/${checkId}`)} className="font-mono text-sm wrap-anywhere">
            {input}
          </a>
        )}
        <span className={clsx('text-note font-medium', TONE_TEXT[tone])}>
          {outcome === null ? TARGET_STATE_WORD[state] : TARGET_OUTCOME_WORD[outcome]}
        </span>
        {change !== null && change !== 'same' && (
          <Tag tone={TARGET_CHANGE_TONE[change]}>{TARGET_CHANGE_WORD[change]}</Tag>
        )}
        <RowEnd>
          line {line}
          {lines > 1 && `, ${countOf(lines, 'time', 'times')} in the list`}
        </RowEnd>
      </RowLine>
      {(headline ?? problem) !== null && <p className="text-sm wrap-anywhere">{problem?.say ?? headline}</p>}
      {findings.length > 0 && (
        <p className="text-soft text-note">{findings.map((code) => findingName(code)).join(' · ')}</p>
      )}
    </SignRow>
  );
}
