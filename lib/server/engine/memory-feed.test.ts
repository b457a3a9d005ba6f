import { describe } from 'vitest';
import { feedContract } from './feed-contract';
import { createMemoryFeed } from './memory-feed';

describe('a feed in memory', () => feedContract(createMemoryFeed));
