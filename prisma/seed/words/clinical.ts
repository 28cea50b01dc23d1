import type { ThemeText } from './themes.ts';

export const CLINICAL: ThemeText = {
  goals: `
Lead the resuscitation team without freezing | I know what to do and lose the words for it when everybody looks at me. | my mind goes blank at the bedside | I say aloud: "Here is what I see", and go on from there | Two simulations as leader; First real call with a senior in the room; Debrief asked for three times; Lead alone
Become confident in echocardiography | I want to answer the question at night instead of writing it down for the morning. | the picture is poor | I turn the patient, change the depth and only then call | Fifty supervised scans; Logbook reviewed; Assessment passed
Run my own outpatient clinic | It would show me what continuity feels like. | I am half an hour behind | I tell the next family how long, and go for water | Sit in on six clinics; Share a list; First own list; Patient feedback read together
Talk with families about bad news, well | The last conversation stays with them longer than anything else we do. | I start to explain instead of listening | I stop, and ask what they have understood so far | Watch three; Lead one with a senior; Ask a family for feedback; Teach it to a student
`,
  objectives: `
Go through the call from Tuesday night, slowly
Prepare the first clinic of my own
Find the three skills that matter most this rotation
Look at the logbook and what it does not show
Rehearse the conversation with the parents
Plan how to ask for supervision without apologising
`,
  agenda: `
What I would do differently on Tuesday night
The patient I cannot stop thinking about
Which courses are worth the leave
How do you prepare for a list you do not know?
Handover: what gets lost between six and seven
When to call the consultant, in practice
Feedback from the nurses
The next rotation, and what I want from it
`,
  tasks: `
Write three lines after every call for a month
Ask the charge nurse for one thing to do better
Book the simulation room for the second half of the month
Read the two guidelines and note where they disagree
Arrange to shadow the palliative team for a day
Practise the opening sentence five times, aloud
`,
  favours: `
Sit in on your next family conversation
Ask the echo lab for two Friday slots
Send the debriefing card we use
Tell the rota planner that you want the simulation week
Come to the ward on Thursday and just watch
`,
  advice: `
You could name a recorder at the start of every call; it frees your eyes.
Consider asking families what they fear most before you tell them anything.
Perhaps keep the logbook in your pocket for a week, and then decide what it is for.
Call early and say why; nobody remembers the calls that were not needed.
Try leading with your hands in your pockets. It keeps you from doing.
`,
  moments: `
INSIGHT | I was managing the monitor and not the team.
ENCOURAGEMENT | The nurses asked whether you are on again this weekend.
ADVICE | Slow is smooth. Say the next step before you do it.
INTRODUCTION | Grace, who runs the simulation centre and loves nervous leaders.
INSIGHT | Silence after bad news is part of the conversation.
ENCOURAGEMENT | You noticed the father at the door. Nobody else did.
`,
  notes: `
The call: recognised early, two lines late, the adrenaline was right. The team did not know who led.
Words to open with: "I am {mentee}, I lead. Here is what I see, and here is what I want next."
Clinic plan: eight families, forty minutes each at first, then thirty.
What went well is written first from now on. It felt odd and helped.
The conversation with the parents is on Thursday. We practised the first two minutes three times.
Ask for supervision with a question in hand, never with "do you have a minute".
`,
};
