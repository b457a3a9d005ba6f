import pLimit from 'p-limit';
import { log } from '../config/log';
import { type Chore, type Duty, OWN_DUTY } from './duty';

/** The clock is looked at again at least this often; timers of Node do not survive a machine that sleeps. */
const LOOK_EVERY_MS = 60_000;

/** After the failure of work that should have been possible, e.g. because of a full disk. */
const AGAIN_AFTER_MS = 60_000;

/** Does what is due when it is due, one time after another. */
export interface Alarm {
  /** Does now what is due, or tells whoever has the duty. */
  ring(): void;
  /** Begins nothing more; resolves when what was under way is done. */
  close(): Promise<void>;
}

interface AlarmConfig {
  /** What it is, also for the log. */
  name: Chore;
  duty?: Duty | undefined;
  /** Does what is due; resolves to when there is more to do, null when that is not known. */
  work(): Promise<Date | null>;
  /** Milliseconds since the epoch. */
  now(): number;
}

export function createAlarm({ name, duty = OWN_DUTY, work, now }: AlarmConfig): Alarm {
  const oneByOne = pLimit(1);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const wakeIn = (ms: number): void => {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(ring, Math.min(Math.max(0, ms), LOOK_EVERY_MS));
    timer.unref();
  };

  const ring = (): void => {
    clearTimeout(timer);
    if (!duty.isOurs()) return duty.pass(name);
    oneByOne(async () => (isClosed ? null : work())).then(
      (next) => wakeIn(next === null ? LOOK_EVERY_MS : next.getTime() - now()),
      (error: unknown) => {
        log.error({ err: error }, `${name} could not be looked after`);
        wakeIn(AGAIN_AFTER_MS);
      },
    );
  };

  return {
    ring,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await oneByOne(() => undefined);
    },
  };
}
