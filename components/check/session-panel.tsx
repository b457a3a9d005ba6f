import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { handCommands } from '@/lib/show/by-hand';
import { showMs } from '@/lib/show/duration';
import { swaksText } from '@/lib/show/swaks-text';
import { SESSION_TONE, SESSION_WORD, STAGE_WORD } from '@/lib/show/words';
import { ownLink } from '@/lib/own-link';
import { Fold } from '@/components/ui/fold';
import { Code } from '@/components/ui/code';
import { CopyButton } from '@/components/ui/copy-button';
import { Tag } from '@/components/ui/tag';
import { Transcript } from './transcript';

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
      <ByHand report={report} session={session} />
    </Fold>
  );
}

/** Characters of a transcript that stand in the page a second time, to be copied. */
const COPIED = 8_192;

function CopyTranscript({ session, id }: { session: Session; id: string }) {
  const text = swaksText(session);
  if (text.length <= COPIED) return <CopyButton quiet source={{ text }} label="Copy transcript" />;
  return <a href={ownLink(`/check/${id}/report.txt?full=1`)}>The whole transcript, as plain text</a>;
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

function wayWords({ socket, timings, atMs, outcome }: Session): string {
  const began = `began ${showMs(atMs)} into the check`;
  const took = timings.totalMs === null ? '' : `, took ${showMs(timings.totalMs)}`;
  if (outcome === null) return began.charAt(0).toUpperCase() + began.slice(1);
  return socket
    ? `From ${socket.localAddress} port ${socket.localPort}, ${began}${took}`
    : `No connection, ${began}${took}`;
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
