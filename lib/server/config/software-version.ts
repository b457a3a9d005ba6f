import { version } from '@/package.json';

/** As it is told in reports and by `/api/health`. */
export const SOFTWARE_VERSION: string = version;
