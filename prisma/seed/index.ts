/** The sample story, for demonstrations and benches. */
export { demoEmails } from './demoPeople.ts';
export { refreshLiveMeeting } from './refreshLiveMeeting.ts';
export { type SeedOptions, seedSampleStory } from './sampleStory.ts';
