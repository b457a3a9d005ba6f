import { reportMailResponse } from '@/lib/server/report-mail-response';
import { route } from '@/lib/server/route';

export const GET = route<{ id: string }>((_, { id }) => reportMailResponse(id));
