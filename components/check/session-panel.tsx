import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { handCommands } from '@/lib/show/by-hand';
import { clipped } from '@/lib/show/clipped';
import { showMs } from '@/lib/show/duration';
import { layersOf } from '@/lib/show/layers';
import { swaksText } from '@/lib/show/swaks-text';
import { SESSION_TONE, SESSION_WORD, STAGE_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';
import { Fold } from '@/components/ui/fold';
import { Code } from '@/components/ui/code';
import { CopyButton } from '@/components/ui/copy-button';
import { Tag } from '@/components/ui/tag';
import { TONE_TEXT } from '@/components/ui/tone';
import { Transcript } from './transcript';

/** Characters drawn of a fact: a certificate may have a hundred long names. */
const VALUE_DRAWN = 512;

interface SessionPanelProps {
  report: Report;
  session: Session;
  open: boolean;
}

export function SessionPanel({ report, session, open }: SessionPanelProps) {
  return (
    <Fold
      id={`smtp-${session.n}`}
      open={open}
      framed
      className="overflow-hidden"
      summary={
        <>
          <span className="font-medium">
            Session {session.n} of {report.sessions.length}
          </span>
          <Code className="min-w-0">
            {session.exchange} [{session.address}]:{session.port}
          </Code>
          <Outcome session={session} />
        </>
      }
      summaryLook="bg-faint flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.25 text-label"
    >
      <div className="border-line text-soft text-note flex flex-wrap gap-x-5 gap-y-1 border-b px-4 py-2">
        <span>{wayWords(session)}</span>
        <CopyTranscript session={session} id={report.id} />
      </div>
      <Transcript session={session} report={report} />
      <Layers report={report} session={session} />
      <ByHand report={report} session={session} />
    </Fold>
  );
}

/** Characters of a transcript that stand in the page a second time, to be copied. */
const COPIED = 8_192;

function CopyTranscript({ session, id }: { session: Session; id: string }) {
  const text = swaksText(session);
  if (text.length <= COPIED) return <CopyButton quiet source={{ text }} label="Copy transcript" />;
  return <a href={ownLink(`/check/${id}/report.txt`)}>The whole transcript, as plain text</a>;
}

function Outcome({ session }: { session: Session }) {
  if (session.outcome === null)
    return <Tag>{session.waiting ? 'waits for the pause between sessions' : 'in progress'}</Tag>;
  const at = session.stage && session.stage !== 'connect' ? ` at ${STAGE_WORD[session.stage]}` : '';
  return (
    <Tag tone={SESSION_TONE[session.outcome]} icon>
      {SESSION_WORD[session.outcome]}
      {at}
    </Tag>
  );
}

function wayWords({ socket, timings, atMs }: Session): string {
  const began = `began ${showMs(atMs)} into the check`;
  const took = timings.totalMs === null ? '' : `, took ${showMs(timings.totalMs)}`;
  return socket
    ? `From ${socket.localAddress} port ${socket.localPort}, ${began}${took}`
    : `No connection, ${began}${took}`;
}

/** What each layer saw: whom we meant against who answered. */
function Layers({ report, session }: { report: Report; session: Session }) {
  return (
    <Fold
      className="border-line border-t"
      open={session.outcome !== null && session.socket === null}
      summary="What each layer saw"
      summaryLook="text-link px-4 py-2 text-label"
    >
      <dl className="text-note grid gap-x-4 gap-y-1.5 px-4 pb-3 md:grid-cols-[90px_minmax(0,1fr)]">
        {layersOf(report, session).map(({ layer, facts }) => (
          <div key={layer} className="contents">
            <dt className="font-medium md:pt-0">{layer}</dt>
            <dd className="grid gap-x-3 md:grid-cols-[130px_minmax(0,1fr)]">
              {facts.map(({ name, value, tone }) => (
                <div key={`${name} ${value}`} className="contents">
                  <span className="text-soft">{name}</span>
                  <span
                    className={
                      tone ? `font-mono wrap-anywhere ${TONE_TEXT[tone]}` : 'font-mono wrap-anywhere'
                    }
                  >
                    {clipped(value, VALUE_DRAWN)}
                  </span>
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

function ByHand({ report, session }: { report: Report; session: Session }) {
  return (
    <Fold
      className="screen-only border-line border-t"
      summary="Repeat it by hand, or capture it"
      summaryLook="text-link px-4 py-2 text-label"
    >
      {session.captured && (
        <p className="text-note px-4 pb-2">
          <a href={ownLink(`/check/${report.id}/capture/${session.n}`)} download>
            The packets of this session
          </a>{' '}
          <span className="text-soft">as a .pcap file, for Wireshark or tcpdump -r</span>
        </p>
      )}
      <ul className="text-note px-4 pb-3">
        {handCommands(report, session).map(({ tool, about, command }) => (
          <li key={tool} className="mt-1.5 first:mt-0">
            <span className="text-soft">
              {tool}: {about}
            </span>
            <span className="flex flex-wrap items-baseline gap-x-3">
              <code className="font-mono wrap-anywhere">{command}</code>
              <CopyButton quiet source={{ before: true }} label="Copy" />
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
