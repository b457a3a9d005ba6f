import type { CheckOptions, Vantage } from '@/lib/report/report';
import type { Settings } from '../config/settings';
import { SOFTWARE_VERSION } from '../config/software-version';

/** From where a check looks that is started now. */
export function vantageOf(
  { helo, sender }: Pick<CheckOptions, 'helo' | 'sender'>,
  settings: Pick<Settings, 'helo' | 'mailFrom' | 'dnsPort'>,
): Vantage {
  return {
    helo: helo ?? settings.helo,
    sender: sender ?? settings.mailFrom,
    softwareVersion: SOFTWARE_VERSION,
    ...(settings.dnsPort === 53 ? {} : { dnsPort: settings.dnsPort }),
  };
}
