import type { Control } from '@/lib/smtp/session';

/** The options of the form as they were sent, so that nothing typed is lost when the check is not started. */
export interface FormOptions {
  depth: 'greeting' | 'envelope' | 'message';
  sender: string;
  helo: string;
  /** DKIM selectors, as they were typed. */
  selectors: string;
  controls: Control[];
  subject: string;
  body: string;
}

/** Why a check was not started: shown at the field. `at` is null when no part of the input is to blame. */
interface StartProblem {
  say: string;
  input: string;
  at: number | null;
  length: number;
  options: FormOptions;
}

export type StartState = StartProblem | null;

/** Starts a check out of a form; leads to its page, or says why not. */
export type StartAction = (state: StartState, form: FormData) => Promise<StartState>;
