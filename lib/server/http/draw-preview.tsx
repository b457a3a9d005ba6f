import { ImageResponse } from 'next/og';
import type { BoxState } from '@/lib/show/path';
import type { Preview } from '@/lib/show/preview';
import type { Tone } from '@/lib/show/words';

/** What link previews are made for (Open Graph). */
const SIZE = { width: 1200, height: 630 };

/** As on paper (`app/globals.css`): whoever pastes a link has no theme. */
const INK = '#1b1f24';
const SOFT = '#565f6a';
const LINE = '#dcd9d0';
const TONES: Readonly<Record<Tone, string>> = {
  good: '#1f6b3a',
  wait: '#825500',
  bad: '#b3261e',
  unknown: SOFT,
  note: '#0b5c8a',
};
const BOXES: Readonly<Record<BoxState, string>> = {
  fine: TONES.good,
  hit: TONES.bad,
  unproven: LINE,
  ahead: LINE,
};

/** A check as a picture in PNG; some ten milliseconds of processor, three hundred the first time. */
export async function drawPreview(preview: Preview): Promise<Uint8Array<ArrayBuffer>> {
  const response = new ImageResponse(<Card preview={preview} />, SIZE);
  return new Uint8Array(await response.arrayBuffer());
}

function Card({ preview: { title, headline, tone, boxes, facts } }: { preview: Preview }) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '52px 60px',
        background: '#fffefb',
        color: INK,
        borderLeft: `24px solid ${TONES[tone]}`,
      }}
    >
      <div style={{ display: 'flex', fontSize: 30, color: SOFT }}>mxproof</div>
      <div style={{ display: 'flex', marginTop: 14, fontSize: 50, color: TONES[tone] }}>{title}</div>
      <div style={{ display: 'flex', marginTop: 20, fontSize: 34, lineHeight: 1.35 }}>{headline}</div>
      <div style={{ display: 'flex', marginTop: 'auto', gap: 24 }}>
        {boxes.map((box) => (
          <div
            key={box.title}
            style={{
              display: 'flex',
              flex: 1,
              padding: '16px 20px',
              fontSize: 24,
              border: `2px solid ${LINE}`,
              borderTop: `12px solid ${BOXES[box.state]}`,
            }}
          >
            {box.title}
          </div>
        ))}
      </div>
      <div style={{ display: 'flex', marginTop: 28, fontSize: 24, color: SOFT }}>{facts}</div>
    </div>
  );
}
