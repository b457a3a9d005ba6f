import { clsx } from 'clsx';
import { CircleDashed } from 'lucide-react';
import type { BoxState, PathBox, PathView, PathWire } from '@/lib/show/path';
import { clipped } from '@/lib/show/clipped';
import { ToneIcon } from '@/components/ui/tone-icon';

/** Characters of one line. */
const DRAWN = 512;

/** Our side, the network and DNS, their side: the break is marked where it is. */
export function PathBoxes({ view: { boxes, wires }, live = false }: { view: PathView; live?: boolean }) {
  return (
    <ol
      aria-label="The way of the mail"
      className="mt-7 grid md:grid-cols-[1fr_104px_1fr_104px_1fr] md:items-stretch"
    >
      <Box box={boxes[0]} live={live} />
      <Wire wire={wires[0]} />
      <Box box={boxes[1]} live={live} />
      <Wire wire={wires[1]} />
      <Box box={boxes[2]} live={live} />
    </ol>
  );
}

const STATE_WORD: Record<BoxState, string> = {
  fine: 'works',
  hit: 'the break is here',
  unproven: 'not proven',
  ahead: 'not reached yet',
};

function StateIcon({ state }: { state: BoxState }) {
  if (state === 'ahead') return <CircleDashed aria-hidden size={18} className="text-soft shrink-0" />;
  return <ToneIcon tone={state === 'fine' ? 'good' : state === 'hit' ? 'bad' : 'unknown'} />;
}

/** Of a live page it has room for what may still be said. */
function Box({ box, live }: { box: PathBox; live: boolean }) {
  return (
    <li
      className={clsx(
        'bg-card min-w-0 rounded-md border px-4 py-3.5',
        live ? 'min-h-29 md:min-h-36' : 'md:min-h-29',
        box.state === 'hit' ? 'border-bad shadow-hit' : 'border-line',
      )}
    >
      <h2 className="mb-1.5 flex items-center gap-2 text-sm font-semibold">
        <StateIcon state={box.state} />
        {box.title}
        <span className="sr-only">: {STATE_WORD[box.state]}</span>
      </h2>
      <p className={clsx('text-soft text-label', live && 'room-for-two-lines')}>{box.say}</p>
      <p className="text-note truncate font-mono" title={clipped(box.detail, DRAWN)}>
        {clipped(box.detail, DRAWN)}
      </p>
    </li>
  );
}

const WIRE: Record<PathWire['state'], string> = {
  through: 'border-good',
  cut: 'border-good',
  unreached: 'border-edge border-dashed',
  idle: 'border-edge border-dashed',
};

function Wire({ wire }: { wire: PathWire }) {
  return (
    <li aria-hidden className="relative h-8.5 md:h-auto">
      <span
        className={clsx(
          'absolute inset-y-0 left-6 border-l-2 md:inset-x-0 md:top-1/2 md:border-t-2 md:border-l-0',
          WIRE[wire.state],
        )}
      />
      <span className="text-soft absolute top-1.5 left-10 font-mono text-xs md:inset-x-0 md:top-[calc(50%-24px)] md:pl-1">
        {wire.label}
      </span>
      {(wire.state === 'cut' || wire.state === 'unreached') && (
        <span className="bg-bad ring-paper absolute -bottom-1.5 left-4.75 z-1 size-3 rounded-full ring-4 md:top-[calc(50%-5px)] md:-right-1.75 md:left-auto" />
      )}
    </li>
  );
}
