import { ownLink } from '@/lib/own-link';

/** Where better-auth answers (`lib/server/http/auth-route.ts`). */
const PATH = ownLink('/api/auth/passkey');

/** Uses a passkey when its button is pressed, and leads on; what keeps it from that is told beside the button. */
export function listenForPasskeys(signal: AbortSignal): void {
  const press = (event: MouseEvent): void => {
    const button = event.target instanceof Element ? event.target.closest('[data-passkey]') : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const tell = (words: string): void => {
      const place = button.parentElement?.querySelector('[data-passkey-problem]');
      if (place) place.textContent = words;
    };
    tell('');
    button.disabled = true;
    (button.dataset['passkey'] === 'add' ? add() : signIn())
      .then(() => location.assign(button.dataset['to'] ?? ownLink('/')))
      .catch((error: unknown) => tell(wordsOf(error)))
      .finally(() => (button.disabled = false));
  };
  document.addEventListener('click', press, { signal });
}

async function signIn(): Promise<void> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(
    (await asked('generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON,
  );
  await send('verify-authentication', await navigator.credentials.get({ publicKey: options }));
}

async function add(): Promise<void> {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(
    (await asked('generate-register-options')) as PublicKeyCredentialCreationOptionsJSON,
  );
  await send('verify-registration', await navigator.credentials.create({ publicKey: options }));
}

/** Our server has said no. */
class Refusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
    this.name = 'Refusal';
  }
}

async function asked(what: string): Promise<unknown> {
  const answer = await fetch(`${PATH}/${what}`);
  if (!answer.ok) throw new Refusal(answer.status);
  return answer.json();
}

async function send(what: string, credential: Credential | null): Promise<void> {
  if (!(credential instanceof PublicKeyCredential)) throw new Refusal(0);
  const answer = await fetch(`${PATH}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ response: credential.toJSON() as unknown }),
  });
  if (!answer.ok) throw new Refusal(answer.status);
}

function wordsOf(error: unknown): string {
  if (error instanceof Refusal && error.status === 429) return 'Too many tries. Try again in a minute.';
  if (error instanceof Refusal && error.status === 403) return 'Sign in again before you add a passkey.';
  if (error instanceof Refusal && error.status === 401) return 'This passkey lets nobody in here.';
  if (error instanceof Refusal) return 'mxproof could not do this. Please try again.';
  if (error instanceof DOMException && error.name === 'InvalidStateError')
    return 'This device has a passkey for this account already.';
  if (error instanceof DOMException && error.name === 'SecurityError')
    return 'Passkeys work only under the address of this installation, over https.';
  return 'No passkey was used.';
}
