/** Why a check was not started: shown at the field. `at` is null when no part of the input is to blame. */
export interface StartProblem {
  say: string;
  input: string;
  at: number | null;
  length: number;
}

export type StartState = StartProblem | null;

/** Starts a check out of a form; leads to its page, or says why not. */
export type StartAction = (state: StartState, form: FormData) => Promise<StartState>;
