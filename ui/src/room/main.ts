/**
 * Starts the room's window, for the projector. It knows one query of the desktop
 * program and none of the pages, so that it loads little and can show little.
 */
import { mount } from "svelte";

import { tauriHost } from "../host/tauri";
import "../styles/fonts.css";
import "../styles/tokens.css";
import "../styles/base.css";
import Room from "./Room.svelte";
import "./room.css";

const target = document.getElementById("room");
if (target !== null) mount(Room, { target, props: { host: tauriHost() } });
