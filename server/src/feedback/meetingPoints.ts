import { onMeeting } from '../meetings/hooks.ts';
import { beginWindow, openExchange, suspendWindow } from './openExchange.ts';

onMeeting('exchangeEntered', openExchange);
onMeeting('ended', beginWindow);
onMeeting('reopened', suspendWindow);
