import { lines } from './text.ts';

/** What people write in an exchange, and how they end what does not work out. */
export const HELPED = lines(`
That you asked what I had tried before you said anything.
Reading the draft aloud together. I heard it for the first time.
You told me about your own rejection. I breathed out.
The ten minutes about home at the start.
That we cut the list to one thing.
You let me find the answer and did not look pleased about it.
The rehearsal, even though I hated it.
You remembered what I said in spring.
That you came prepared; it let me be quick.
Your question about what I am afraid of.
The honest number. I could not have said it to anybody else.
Walking while we talked.
That you pushed back on my plan, and with reasons.
The sketch on the back of the programme.
You wrote everything down so that I could think.
`);

export const CHANGE = lines(`
Could we keep the last five minutes free for what to do next?
I would like to hear more of what you think is not good enough.
Let us start on time, even if one of us is out of breath.
Fewer stories from me, and more questions.
Please send the page the evening before; I read slowly.
I speak too fast when I am nervous. Stop me.
One topic less next time.
I would like us to look at the goal first and at the fires later.
Tell me when I am repeating myself.
Can we have the camera off once in a while?
Ask me again when I say that it is fine.
Let us meet in the morning; after clinic I am no use.
More silence, please. I need it to think.
`);

export const STRENGTH = lines(`
You notice people who stand at the edge of the room.
You say what you do not know, without fuss.
Your patience with a question until it is a good one.
You make complicated things small without making them false.
You keep promises, even the tiny ones.
Courage: you asked the chief what nobody asked.
You listen with your whole face.
How quickly you turn criticism into a next step.
You prepare, and it never looks like effort.
Your humour arrives exactly when it is needed.
You see the system behind the single case.
Warmth. Patients get it from you, and so did I today.
You finish things.
`);

export const DROP_REASONS = lines(`
No longer needed: the department decided otherwise.
It turned out to be somebody else's to do.
We answered it by e-mail in between.
Not this term. There is no room for it.
The question went away when we looked at it.
`);

export const CANCEL_REASONS = lines(`
On call at short notice; we will find another day.
Down with a fever. Sorry!
The conference moved. Let us keep our hour for next week.
Clinic is double-booked and I would be half there.
`);

export const RETIRE_REASONS = lines(`
The department closed the programme, and I do not miss it.
I wanted it because others did.
It became part of a larger goal.
`);

export const ESTIMATE_WORDS = lines(`
Slow week, but nothing broke.
The hard part is behind us, I think.
Two steps at once this month.
I had hoped for more by now.
It exists on paper. That counts.
Waiting for others.
Further than it feels.
Started over, with a better idea.
Nearly. The last tenth is the longest.
Good momentum since we cut it in half.
`);

export const PREPARATIONS = lines(`
I have read the draft and marked three places.
Bringing the chart and one honest question.
Slept badly, so please be gentle with me.
The list from last time is done, but for one.
I thought about what you asked. I have half an answer.
Nothing to send this time; I would like to think aloud.
`);

export const PRIVATE_NOTES = lines(`
Ask about the sister. Do not offer solutions.
I talk too much when I am impressed. Count to five.
There is something about the head of department. Let it come.
Remember to say thank you for the introduction.
I was tired today and it showed. Write tomorrow.
`);

export const INVITATION_WORDS = lines(`
Your talk in March stayed with me. Would you mentor me for a year? I promise to come prepared.
We spoke after the grand round. I would be glad to go on with that conversation, once a month.
You asked good questions last week. If you like, I will be your mentor, and we will see where it leads.
I am about to change direction and would like company from somebody who did it well.
`);
