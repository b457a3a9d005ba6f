import { handOver } from '@/lib/server/hand-over';
import { route } from '@/lib/server/http/route';

export const POST = route((request) => handOver(request, '/bounce'));
