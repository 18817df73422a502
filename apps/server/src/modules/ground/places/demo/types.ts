/**
 * The demonstration city 演示数据: plain values with the field names of the ledgers they are loaded into. Nothing in it is real but the
 * divisions' codes and names. Rows point to each other by `key`.
 */
import type { UnitKind } from "../domain/unit-kinds.ts";

type Row = {
  readonly key: string;
  readonly demo: true;
};
type Placed = Row & {
  /** Code of a village (12 digits) or town (9 digits). */
  readonly area: string;
  /** WGS-84, generated. */
  readonly lon: number;
  readonly lat: number;
};
type OfUnit = Row & { readonly unit: string };

export type DemoUnit = Placed & {
  readonly name: string;
  readonly code: string;
  readonly creditCode: string;
  readonly kind: UnitKind;
  readonly address: string;
  /** null in a figure: nobody has entered it, which is what makes a grade unknown. */
  readonly areaM2: number | null;
  readonly businessAreaM2: number | null;
  readonly floors: number;
  readonly heightM: number;
  readonly rooms: number | null;
  readonly beds: number | null;
  readonly seats: number | null;
  readonly staff: number | null;
  readonly storedT: number | null;
  readonly hasFacilities: boolean;
  readonly responsible: string;
  readonly responsiblePhone: string;
  readonly manager: string;
  readonly managerPhone: string;
  readonly dutyPhone: string | null;
  readonly maintenance: string | null;
  readonly maintenancePhone: string | null;
  readonly networked: boolean;
  readonly vehicleEntry: string | null;
  readonly pumpConnection: string | null;
  readonly evacuationFocus: string | null;
  readonly hazardNote: string | null;
};

/** Metres from the plan's top left corner, x to the right, y downwards. */
export type PlanPoint = readonly [x: number, y: number];
export type PlanBox = { readonly x: number; readonly y: number; readonly widthM: number; readonly depthM: number };
export type FloorPlan = {
  readonly version: 1;
  readonly widthM: number;
  readonly depthM: number;
  readonly outline: readonly PlanPoint[];
  /** Inner walls as polylines. */
  readonly walls: readonly (readonly PlanPoint[])[];
  readonly rooms: readonly (PlanBox & { readonly name: string; readonly zone: string })[];
  readonly stairs: readonly (PlanBox & { readonly name: string })[];
  readonly voids: readonly (PlanBox & { readonly name: string })[];
  /** Fire compartments 防火分区, tinted when something in them reports. */
  readonly zones: readonly { readonly name: string; readonly label: string; readonly outline: readonly PlanPoint[] }[];
};

export type DemoBuilding = Placed & {
  readonly unit: string;
  readonly name: string;
  readonly use: "residential" | "public" | "mixed" | "factory" | "store" | "other";
  readonly floorsUp: number;
  readonly floorsDown: number;
  readonly heightM: number;
  readonly areaM2: number;
  readonly builtYear: number;
  readonly structure: "concrete" | "steel" | "brick" | "timber" | "other";
  readonly hasFacilities: boolean;
  readonly plans: readonly { readonly floor: number; readonly name: string; readonly plan: FloorPlan }[];
};

export type ContactRole = "controlRoom" | "manager" | "responsible" | "security" | "maintenance" | "microStation" | "other";
export type DemoContact = OfUnit & {
  readonly role: ContactRole;
  readonly post: string;
  readonly name: string;
  readonly phone: string | null;
  readonly officePhone: string | null;
  readonly certificate: string | null;
  readonly callOrder: number;
};
export type DemoDutyPost = OfUnit & {
  readonly name: string;
  readonly kind: "controlRoom" | "patrol" | "microStation" | "gate";
  readonly hours: "allDay" | "day" | "business";
  readonly perShift: number;
  readonly phone: string | null;
};
export type DemoControlRoom = OfUnit & {
  readonly building: string;
  readonly name: string;
  readonly floor: number;
  readonly place: string;
  readonly phone: string;
  readonly perShift: number;
  readonly shiftHours: number;
  readonly certified: number;
  readonly staffing: "double" | "single" | "central";
};

export type DemoTransmitter = OfUnit & {
  readonly building: string;
  readonly name: string;
  /** Six bytes as 12 hexadecimal digits in wire order. */
  readonly address: string;
  readonly kind: "transmitter";
  readonly model: string;
  readonly firmware: string;
  readonly installedOn: string;
  readonly heartbeatSeconds: number;
  readonly state: "inUse";
};
export type DemoFacility = OfUnit & {
  readonly building: string;
  readonly name: string;
  /** Number of GB/T 26875.3 table 4; the ledger's choice is `s` and the number. */
  readonly systemType: number;
  readonly maker: string;
  readonly model: string;
  readonly installedOn: string;
  readonly maintenance: string;
  readonly maintenanceUntil: string;
  readonly state: "normal" | "partial" | "fault" | "stopped";
};
export type DemoComponent = OfUnit & {
  readonly facility: string;
  readonly building: string;
  readonly transmitter: string;
  readonly address: string;
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentType: number;
  /** Loop in the low, point in the high 16 bits. */
  readonly componentAddress: number;
  readonly loop: number;
  readonly point: number;
  readonly floor: number;
  readonly zone: string | null;
  readonly place: string;
  /** What the panel itself sends as text: at most 31 bytes in GB 18030. */
  readonly description: string;
  readonly planX: number | null;
  readonly planY: number | null;
  readonly state: "inUse";
};

export type DemoMicroStation = Placed & {
  readonly name: string;
  readonly kind: "community" | "unit";
  readonly unit: string | null;
  readonly phone: string;
  readonly captain: string;
  readonly captainPhone: string;
  readonly crew: number;
  readonly onDuty: number;
};
export type DemoFireStation = Placed & {
  readonly name: string;
  readonly kind: "special" | "first" | "second" | "small" | "fullTime";
  readonly phone: string;
  readonly vehicles: number;
  readonly crew: number;
};
export type DemoHydrant = Placed & {
  readonly code: string;
  readonly kind: "municipal" | "estate" | "unit";
  readonly road: string;
  readonly pipeDiameterMm: number;
  readonly pressureMpa: number | null;
  readonly state: "intact" | "leaking" | "lowPressure" | "noWater" | "buried" | "missing";
};

export type DemoCity = {
  readonly code: string;
  readonly name: string;
  readonly seed: number;
  readonly units: readonly DemoUnit[];
  readonly buildings: readonly DemoBuilding[];
  readonly contacts: readonly DemoContact[];
  readonly dutyPosts: readonly DemoDutyPost[];
  readonly controlRooms: readonly DemoControlRoom[];
  readonly transmitters: readonly DemoTransmitter[];
  readonly facilities: readonly DemoFacility[];
  readonly components: readonly DemoComponent[];
  readonly microStations: readonly DemoMicroStation[];
  readonly fireStations: readonly DemoFireStation[];
  readonly hydrants: readonly DemoHydrant[];
};
