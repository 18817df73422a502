/** Generated from the OpenAPI document by `npm run gen`; never edited. */

/** 拒绝：原因与出路。code 供程序判断，message 按 Accept-Language 给中文或英文。 */
export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly params: {
    readonly problems?: readonly Problem[];
    readonly [field: string]: unknown;
  };
  /** 故障编号，报障时请附上 */
  readonly incident?: string;
};

/** 一处问题；关乎一格的有 field */
export type Problem = {
  readonly field?: string;
  readonly code?: string;
  readonly message?: string;
  readonly problem?: string;
  readonly [field: string]: unknown;
};

/** 一份台账与本人对它的权利 */
export type LedgerName = {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly isCase: boolean;
  readonly can: readonly Right[];
};

/** 对一份台账的权利 */
export type Right = "read" | "write" | "import" | "export" | "remove" | "reveal";

/** 一份台账的字段、视图与办理步骤 */
export type LedgerSchema = {
  readonly name: string;
  readonly label: string;
  /** 量词 */
  readonly counter: string;
  readonly path: string;
  /** 作名称的栏 */
  readonly title: string;
  readonly place: "point" | null;
  readonly fields: readonly FieldSchema[];
  /** 已停用的自定字段：历史仍称其名 */
  readonly retired: readonly FieldSchema[];
  /** 每份台账都有的栏 */
  readonly head: readonly FieldSchema[];
  readonly list: {
    readonly columns: readonly string[];
    readonly filters: readonly string[];
    readonly search: boolean;
    readonly sort: string;
  };
  readonly views: readonly ViewSchema[];
  readonly record: {
    readonly on: string;
    readonly lockDays: number;
  } | null;
  readonly partOf: string | null;
  /** 单位人员自己登记时，程序填上本单位的栏 */
  readonly unitKeeps: string | null;
  readonly case: CaseSchema | null;
  readonly can: readonly Right[];
};

/** 台账的一栏 */
export type FieldSchema = {
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "instant" | "choice" | "many" | "ref" | "organ" | "person" | "files" | "table";
  readonly required?: boolean;
  readonly unit?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** 所引用的台账 */
  readonly ref?: string;
  readonly min?: number;
  readonly max?: number;
  readonly personal?: "contact" | "identity" | "health";
  readonly readOnly?: boolean;
  readonly format?: string;
  readonly help?: string;
  readonly group?: string;
  /** 自定字段：值在 custom 之下 */
  readonly custom?: boolean;
  /** 自定字段何时出现：只在符合此条件的记录上 */
  readonly appears?: Condition;
  /** 自定字段所据的条款 */
  readonly clause?: {
    readonly document: string;
    readonly number: string;
    readonly words?: string;
  };
  /** 记录内小表的列 */
  readonly columns?: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "instant" | "choice" | "many" | "ref" | "organ" | "person" | "files" | "table";
    readonly required?: boolean;
    readonly unit?: string;
    readonly choices?: Readonly<Record<string, string>>;
    /** 所引用的台账 */
    readonly ref?: string;
    readonly min?: number;
    readonly max?: number;
    readonly personal?: "contact" | "identity" | "health";
    readonly readOnly?: boolean;
    readonly format?: string;
    readonly help?: string;
    readonly group?: string;
    /** 自定字段：值在 custom 之下 */
    readonly custom?: boolean;
    /** 自定字段何时出现：只在符合此条件的记录上 */
    readonly appears?: Condition;
    /** 自定字段所据的条款 */
    readonly clause?: {
      readonly document: string;
      readonly number: string;
      readonly words?: string;
    };
  }[];
};

/** 条件：栏 → 值、多值，或 from/to/before/after/not/set/like；any 为或 */
export type Condition = Readonly<Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[] | Comparison | readonly (Readonly<Record<string, string | number | boolean | null | readonly (string | number | boolean | null)[] | Comparison>>)[]>>;

export type Comparison = {
  readonly from?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly to?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly before?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly after?: string | number | boolean | null | {
    readonly field: string;
  };
  readonly not?: string | number | boolean | null | readonly (string | number | boolean | null)[];
  readonly set?: boolean;
  readonly like?: string;
};

/** 声明的视图 */
export type ViewSchema = {
  readonly key: string;
  readonly label: string;
  readonly where: Condition;
  readonly sort: string | null;
};

/** 办理事项的状态与步骤 */
export type CaseSchema = {
  readonly states: Readonly<Record<string, {
    readonly label: string;
    readonly step: string;
    readonly end: boolean;
  }>>;
  readonly start: string;
  /** 登记时填的栏；null 不能手工登记 */
  readonly byHand: readonly string[] | null;
  readonly moves: Readonly<Record<string, MoveSchema>>;
  /** 有抄告、协办、延期一类的请求 */
  readonly asksOthers: boolean;
};

/** 办理的一步 */
export type MoveSchema = {
  readonly label: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly asks: readonly string[];
  readonly takes: readonly string[];
  readonly note: "required" | "optional" | null;
};

/** 指标：名称、单位、好的方向、目标 */
export type Measure = {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly better?: "higher" | "lower";
  readonly target?: number;
  readonly decimals?: number;
  readonly split?: string;
  readonly source?: string;
};

/** 一个数：分子、分母与值 */
export type Figure = {
  /** 辖区键、月、日或分类；总数为空 */
  readonly key: string;
  readonly label?: string;
  readonly num: number;
  readonly den: number;
  /** 无从计算为 null */
  readonly value: number | null;
};

/** 任何台账的一条：公共栏，其余按各台账 */
export type LedgerRow = {
  readonly id: string;
  /** 辖区键 */
  readonly area: number;
  readonly areaName?: string | null;
  /** 版次：修改时带上，被人抢先则拒绝 */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** 演示数据 */
  readonly demo: boolean;
  /** 自定字段 */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** 经度，WGS-84 */
  readonly lon?: number | null;
  readonly lat?: number | null;
  /** 引用的名称，按字段；辖区外的没有 */
  readonly _ref?: Readonly<Record<string, string | null>>;
  readonly [field: string]: unknown;
};

/** 自定字段 */
export type CustomField = {
  readonly ledger: string;
  readonly key: string;
  readonly state: string;
  readonly definition: {
    readonly label: string;
    readonly labelEn?: string;
    readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "choice" | "many" | "person";
    readonly unit?: string;
    readonly min?: number;
    readonly max?: number;
    readonly required?: boolean;
    readonly help?: string;
    readonly group?: string;
    readonly choices?: Readonly<Record<string, string>>;
    readonly appears?: Condition;
    readonly clause?: {
      readonly document: string;
      readonly number: string;
      readonly words?: string;
    };
  };
  readonly [field: string]: unknown;
};

/** 自定字段生效后触及多少记录，与不许之处 */
export type CustomFieldEffect = {
  readonly rows: number;
  readonly appears: number;
  readonly filled: number;
  readonly inTemplate: boolean;
  readonly apiName: string;
  readonly conflicts: readonly {
    readonly code: string;
    readonly message: string;
  }[];
};

/** 存下的视图 */
export type SavedView = {
  readonly id: string;
  readonly ledger: string;
  readonly label: string;
  readonly where: Condition;
  readonly sort: string | null;
  readonly shared: boolean;
  readonly mine: boolean;
};

/** 我的待办与未读 */
export type WorkCounts = {
  readonly todo: number;
  /** 今日到期或已逾期 */
  readonly pressing: number;
  /** 为真则不止此数 */
  readonly capped: boolean;
  /** 未读的抄送 */
  readonly unread: number;
};

/** 待办的一件 */
export type WorkTodo = {
  readonly id: string;
  readonly caseName: string;
  /** 哪一类事项 */
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly isClosed: boolean;
  readonly dueAt: string | null;
  readonly openedAt: string | null;
  /** 轮到谁：人，否则机构 */
  readonly holder: string | null;
  readonly href: string;
  /** 多半要办的一步 */
  readonly verb: string | null;
};

/** 本人办过的一件，以最后一步为准 */
export type WorkDone = {
  readonly lineId: string;
  readonly at: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly move: string | null;
  readonly kind: string;
  readonly moveLabel: string | null;
  /** 已不在本人辖区的没有 */
  readonly item: WorkItem | null;
};

/** 一件事项的现状 */
export type WorkItem = {
  readonly id: string;
  readonly caseName: string;
  /** 哪一类事项 */
  readonly kind: string;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly isClosed: boolean;
  readonly dueAt: string | null;
  readonly openedAt: string | null;
  /** 轮到谁：人，否则机构 */
  readonly holder: string | null;
  readonly href: string;
};

/** 本人立的一件，或发出的一次抄送 */
export type WorkOpened = {
  readonly lineId: string;
  readonly at: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly move: string | null;
  readonly kind: string;
  readonly moveLabel: string | null;
  /** 已不在本人辖区的没有 */
  readonly item: WorkItem | null;
  readonly what: "case" | "notice";
  readonly note: string | null;
  readonly to: string | null;
  readonly subject: string | null;
};

/** 抄送本机构的一件，与其去处 */
export type WorkTold = {
  readonly id: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly subject: string;
  readonly note: string;
  readonly askedAt: string;
  readonly byName: string | null;
  readonly readAt: string | null;
  readonly kind: string;
  /** 有权查看的才有 */
  readonly href: string | null;
};

/** 一项请求，与本人可办的 */
export type ShownRequest = {
  readonly id: string;
  readonly number: string | null;
  readonly caseName: string;
  readonly caseId: string;
  readonly kind: string;
  readonly subject: string;
  readonly note: string;
  /** 随请求所报的栏 */
  readonly given: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly fromOrgan: string | null;
  readonly fromName: string | null;
  readonly byName: string | null;
  readonly toOrgan: string | null;
  readonly toName: string | null;
  readonly askedAt: string;
  readonly dueAt: string | null;
  /** 签收 */
  readonly receivedAt: string | null;
  readonly answeredAt: string | null;
  readonly answeredByName: string | null;
  /** 准与不准；答复类没有 */
  readonly granted: boolean | null;
  readonly answer: string | null;
  readonly answerFiles: readonly string[];
  /** 了结；协办须经核实 */
  readonly settledAt: string | null;
  /** 退回次数 */
  readonly returns: number;
  readonly label: string;
  readonly answers: "reply" | "decision";
  readonly can: readonly ("receive" | "answer" | "settle")[];
  /** 有权查看办件的才有 */
  readonly href: string | null;
};

/** 一天是不是工作日 */
export type DayKind = {
  readonly day: string;
  readonly isWorkday: boolean;
  /** 放假安排里的节日名；普通周末为空 */
  readonly holiday: string | null;
  /** 当天或其后第一个工作日 */
  readonly nextWorkday: string;
};

/** 调整会影响什么，为什么不能办 */
export type AreaAdjustmentOutlook = {
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
  }[];
  readonly touched: readonly {
    readonly area: number;
    readonly name: string;
    readonly becomes: readonly {
      readonly key: number;
      readonly name: string;
    }[];
    readonly counts: readonly {
      readonly of: string;
      readonly label: string | null;
      readonly rows: number;
      readonly open: number | null;
    }[];
    readonly organs: readonly {
      readonly name: string;
      readonly becomes: string | null;
      readonly ends: boolean;
    }[];
  }[];
  readonly made: readonly {
    readonly name: string;
    readonly fullName: string;
    readonly code: string | null;
    readonly level: string;
  }[];
  readonly outline: "union" | "kept" | "missing";
};

/** 一次行政区划调整 */
export type AreaAdjustment = {
  readonly id: string;
  readonly kind: "rename" | "merge" | "move" | "establish";
  readonly names: {
    readonly areas: readonly string[];
    readonly into: string | null;
  };
  readonly effectiveOn: string;
  readonly document: string;
  readonly reason: string;
  readonly state: "prepared" | "approved" | "running" | "done" | "failed" | "withdrawn";
  readonly preparedByName: string;
  readonly preparedAt: string;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnWhy: string | null;
  readonly startedAt: string | null;
  readonly doneAt: string | null;
  readonly steps: number | null;
  readonly stepsDone: number;
  readonly rows: number;
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
  }[];
  readonly trouble: string | null;
  readonly isMine: boolean;
};

/** 辖区与它的沿革：现行或已撤并，从何来、成了什么 */
export type AreaLineage = {
  readonly key: number;
  readonly level: string;
  readonly code: string | null;
  readonly name: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly hasChildren: boolean;
  readonly hadChildren: boolean;
  readonly changedBelow: boolean;
  readonly provisionalCode: boolean;
  readonly became: readonly {
    readonly key: number;
    readonly name: string;
    readonly on: string;
    readonly kind: "merge" | "rename" | "split" | "move";
    readonly document: string | null;
  }[];
  readonly came: readonly {
    readonly key: number;
    readonly name: string;
    readonly on: string;
    readonly kind: "merge" | "rename" | "split" | "move";
    readonly document: string | null;
  }[];
};

/** 辖区 */
export type Area = {
  readonly key: number;
  readonly level: "province" | "city" | "county" | "town" | "village" | "grid";
  readonly parent: number | null;
  readonly code: string | null;
  readonly name: string;
  readonly fullName: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly approximate: boolean;
  readonly hasChildren: boolean;
};

/** 本城：轮廓与单位点位 */
export type City = {
  readonly name: string;
  readonly code: string;
  readonly demo: boolean;
  readonly boundary: {
    readonly type: "FeatureCollection";
    readonly features: readonly {
      readonly type: "Feature";
      readonly properties: {
        readonly adcode: string;
        readonly name: string;
        readonly level: string;
        readonly area: number;
      };
      readonly geometry: {
        readonly type: "Polygon";
        readonly coordinates: readonly (readonly (readonly [number, number])[])[];
      } | {
        readonly type: "MultiPolygon";
        readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
      };
    }[];
  } | null;
  readonly units: readonly (readonly [number, number, string])[];
};

/** 登录的人：权限、菜单、首页 */
export type Me = {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly account: string;
    readonly post: string | null;
    readonly organ: string | null;
    readonly areaName: string;
    readonly kind: "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
    readonly role: string | null;
    readonly area: number;
    readonly unitId: string | null;
    readonly hasTotp: boolean;
  };
  readonly posts: readonly {
    readonly id: string;
    readonly role: string;
    readonly roleLabel: string;
    readonly organ: string | null;
    readonly areaName: string;
    readonly title: string | null;
    readonly active: boolean;
  }[];
  readonly permissions: readonly string[];
  readonly landing: string;
  readonly menus: readonly MenuEntry[];
  readonly demo: boolean;
  readonly city: {
    readonly code: string;
    readonly name: string;
  };
  readonly serverTime: string;
  readonly locale: string;
  readonly mustChangePassword?: boolean;
  readonly mustEnrolTotp?: boolean;
};

export type MenuEntry = {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly icon: string;
  readonly children: readonly MenuItem[];
};

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly path: string;
  /** 一项能力的各页，显示为页签 */
  readonly tabs: readonly {
    readonly key: string;
    readonly label: string;
    readonly path: string;
  }[];
};

/** 一个岗位授权 */
export type Posting = {
  readonly id: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly organ: string | null;
  readonly organName: string | null;
  readonly area: number;
  readonly areaName: string;
  readonly title: string | null;
};

/** 角色 */
export type Role = {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly builtIn: boolean;
  readonly patterns: readonly string[] | null;
  readonly permissions: readonly string[];
};

/** 登录与口令策略 */
export type Policy = {
  /** 连续失败几次后锁定 */
  readonly lockAfter: number;
  /** 锁定分钟数 */
  readonly lockMinutes: number;
  /** 同一地址失败几次后锁定 */
  readonly addressLockAfter: number;
  /** 密码最短长度 */
  readonly passwordMinLength: number;
  /** 不得重复最近几次密码 */
  readonly passwordHistory: number;
  /** 密码有效天数，0 为不限 */
  readonly passwordDays: number;
  /** 无操作退出分钟数 */
  readonly idleMinutes: number;
  /** 一次登录最长小时数 */
  readonly sessionHours: number;
  /** 值班岗位一次登录最长小时数 */
  readonly dutySessionHours: number;
  /** 管理员必须用动态码 */
  readonly adminTotp: boolean;
};

/** 审计的一条 */
export type AuditEntry = {
  readonly id: number;
  readonly at: string;
  readonly actor: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string | null;
  readonly subjectId: string | null;
  readonly area: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly sealed: boolean;
};

/** 一份底图：所述、所含、在何处启用 */
export type BaseMap = {
  readonly id: string;
  readonly state: "uploading" | "kept" | "withdrawn";
  readonly name: string;
  readonly source: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: "cgcs2000" | "wgs84" | "gcj02" | "bd09";
  readonly validUntil: string | null;
  readonly fileName: string;
  readonly uploadBytes: number;
  readonly receivedBytes: number;
  /** 检查所得 */
  readonly facts: {
    readonly kind: "mvt" | "png" | "jpeg" | "webp";
    readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
    readonly layers: readonly string[];
    readonly minZoom: number;
    readonly maxZoom: number;
    readonly bounds: readonly [number, number, number, number];
    readonly tiles: number;
    readonly sizeBytes: number;
    readonly sha256: string;
  } | null;
  readonly inLight: boolean;
  readonly inDark: boolean;
  readonly withdrawnWhy: string | null;
  readonly createdAt: string;
};

/** 在用的底图 */
export type BaseMapInForce = {
  readonly kind: "mvt" | "png" | "jpeg" | "webp";
  readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
  readonly layers: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly id: string;
  readonly name: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: "cgcs2000" | "wgs84" | "gcj02" | "bd09";
  /** 已过有效期：仍画，并说明 */
  readonly expired: boolean;
};

/** 收下的底图所含 */
export type BaseMapFinished = {
  readonly kind: "mvt" | "png" | "jpeg" | "webp";
  readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
  readonly layers: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: readonly [number, number, number, number];
  readonly tiles: number;
  /** GeoJSON：画上的要素 */
  readonly drawn: number | null;
  /** GeoJSON：画不了的要素 */
  readonly left: number | null;
};

/** 值守台 */
export type DutyBoard = {
  readonly now: string;
  readonly centre: string;
  readonly counts: readonly DutyKindCount[];
  readonly rows: readonly DutyQueueRow[];
  readonly devices: {
    readonly online: number;
    readonly total: number;
  };
  readonly messagesPerMinute: number;
  readonly dutyChecks: {
    readonly asked: number;
    readonly answered: number;
  };
  readonly windows: readonly DutyWindow[];
  readonly today: {
    readonly closed: number;
    readonly false: number;
    readonly real: number;
  };
  readonly gateway: {
    readonly present: boolean;
    readonly lastAt: string | null;
    readonly storing: boolean | null;
    /** 为何存不下去 */
    readonly trouble: "disk-full" | "database-away" | null;
    readonly port: number | null;
    readonly connections: number | null;
  };
  /** 是否接了 119 */
  readonly dispatchConnected: boolean;
  readonly shift: DutyShift | null;
  readonly seats: readonly DutySeatPresence[];
};

/** 一类警情的数 */
export type DutyKindCount = {
  readonly kind: AlarmKind;
  readonly label: string;
  readonly total: number;
  readonly unaccepted: number;
  readonly hint: string;
};

/** 警情类别 */
export type AlarmKind = "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";

/** 值守台队列的一起警情，已是人话 */
export type DutyQueueRow = {
  readonly id: string;
  readonly area: number;
  readonly version: number;
  readonly number: string;
  readonly kind: AlarmKind;
  readonly state: string;
  readonly stateLabel: string;
  /** raised：同一区域多点报警等，已升级 */
  readonly grade: "normal" | "raised";
  readonly raisedWhy: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  /** 系统、回路、部件号 */
  readonly numbers: string | null;
  readonly what: string | null;
  readonly points: number;
  readonly repeats: number;
  readonly openedAt: string;
  readonly lastAt: string;
  readonly dueAt: string | null;
  readonly acceptedAt: string | null;
  readonly closedAt: string | null;
  readonly conclusion: string | null;
  readonly repairBy: string | null;
  readonly holderPerson: string | null;
  readonly holderName: string | null;
  readonly demo: boolean;
  /** 单位的经度 */
  readonly lon: number | null;
  readonly lat: number | null;
};

/** 开着的屏蔽或测试 */
export type DutyWindow = {
  readonly id: string;
  readonly kind: "shield" | "test";
  readonly until: string;
  readonly unitName: string;
  readonly scopeWords: string;
  readonly reason: string;
  /** 期间压下的信号数 */
  readonly muted: number;
};

/** 班次 */
export type DutyShift = {
  readonly id: string;
  readonly name: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly leaderName: string | null;
  readonly officers: readonly DutyOfficer[];
  readonly handedBy: string | null;
  readonly handedByName: string | null;
  readonly handedAt: string | null;
  readonly note: string | null;
};

export type DutyOfficer = {
  readonly id: string | null;
  readonly name: string;
};

/** 在席的人与其声音 */
export type DutySeatPresence = {
  readonly userId: string;
  readonly name: string;
  readonly sound: string;
};

/** 警情处置页 */
export type DutyAlarm = {
  readonly row: RemoteMonitoringAlarm;
  readonly head: DutyQueueRow;
  readonly unit: DutyUnit | null;
  readonly contacts: readonly DutyContact[];
  readonly timeline: readonly TimelineLine[];
  readonly points: readonly DutyAlarmPoint[];
  readonly history: DutyPointHistory;
  readonly near: readonly DutyNear[];
  readonly plan: DutyFloorPlan | null;
  readonly forward: DutyForward | null;
  readonly steps: readonly DutyReminder[];
  readonly next: {
    readonly can: readonly OpenMove[];
    readonly cannot: readonly ClosedMove[];
  };
};

/** 警情 */
export type RemoteMonitoringAlarm = CaseRow & {
  /** 编号 */
  readonly number: string;
  /** 类别：fire 火警；supervision 监管；linkage 启动/反馈；fault 故障；shield 屏蔽；offline 离线；test 测试 */
  readonly kind: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";
  /** 原类别：fire 火警；supervision 监管；linkage 启动/反馈；fault 故障；shield 屏蔽；offline 离线；test 测试 */
  readonly was: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test" | null;
  /** 单位 */
  readonly unit: string;
  /** 单位名称 */
  readonly unitName: string;
  /** 联网设备 */
  readonly transmitter: string | null;
  /** 设备地址 */
  readonly address: string;
  /** 系统类型码 */
  readonly systemType: number | null;
  /** 系统地址 */
  readonly systemAddress: number | null;
  /** 部件类型码 */
  readonly componentType: number | null;
  /** 部件地址 */
  readonly componentAddress: number | null;
  /** 部件点位 */
  readonly component: string | null;
  /** 建筑 */
  readonly building: string | null;
  /** 楼层 */
  readonly floor: number | null;
  /** 防火分区 */
  readonly zone: string | null;
  /** 位置 */
  readonly placeWords: string;
  /** 部件 */
  readonly deviceWords: string;
  /** 点位号 */
  readonly numbers: string | null;
  /** 内容 */
  readonly what: string | null;
  /** 等级：normal 一般；raised 升级 */
  readonly grade: "normal" | "raised";
  /** 升级原因 */
  readonly raisedWhy: string | null;
  /** 点位数 */
  readonly points: number | null;
  /** 并入 */
  readonly foldedInto: string | null;
  /** 设备时间 */
  readonly occurredAt: string | null;
  /** 报文 */
  readonly messageId: string | null;
  /** 接警时限 */
  readonly acceptBy: string | null;
  /** 核警时限 */
  readonly verifyBy: string | null;
  /** 接警时间 */
  readonly acceptedAt: string | null;
  /** 接警人 */
  readonly acceptedBy: string | null;
  /** 结论时间 */
  readonly concludedAt: string | null;
  /** 确认时间 */
  readonly confirmedAt: string | null;
  /** 核实方式：call 呼叫控制室；video 看视频；site 派人现场 */
  readonly verifyMethod: "call" | "video" | "site" | null;
  /** 核实结果：fire 有火情；none 无火情；noAnswer 无人接听；unclear 不明；going 前往中 */
  readonly verifyOutcome: "fire" | "none" | "noAnswer" | "unclear" | "going" | null;
  /** 答复人 */
  readonly verifyWho: string | null;
  /** 结论：real 真实火警；false 误报；test 测试；operation 误操作；restored 已恢复；settled 已处理；merged 已并入 */
  readonly conclusion: "real" | "false" | "test" | "operation" | "restored" | "settled" | "merged" | null;
  /** 原因：fire 火灾；smoking 吸烟；cooking 油烟蒸汽；dust 灰尘潮湿；construction 施工动火；ageing 器件老化；wiring 线路故障；power 供电故障；network 网络中断；water 漏水；maintenance 维保测试；drill 演练；operation 人员误操作；unknown 原因不明；other 其他 */
  readonly cause: "fire" | "smoking" | "cooking" | "dust" | "construction" | "ageing" | "wiring" | "power" | "network" | "water" | "maintenance" | "drill" | "operation" | "unknown" | "other" | null;
  /** 原因说明 */
  readonly causeNote: string | null;
  /** 误操作人 */
  readonly operatorName: string | null;
  /** 测试到 */
  readonly testUntil: string | null;
  /** 派修 */
  readonly repairBy: string | null;
  /** 修复期限 */
  readonly repairDueOn: string | null;
  readonly [field: string]: unknown;
};

/** 任何一件办理事项：台账一条，另有办理栏 */
export type CaseRow = {
  readonly id: string;
  /** 辖区键 */
  readonly area: number;
  readonly areaName?: string | null;
  /** 版次：修改时带上，被人抢先则拒绝 */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** 演示数据 */
  readonly demo: boolean;
  /** 自定字段 */
  readonly custom?: Readonly<Record<string, unknown>>;
  /** 经度，WGS-84 */
  readonly lon?: number | null;
  readonly lat?: number | null;
  /** 引用的名称，按字段；辖区外的没有 */
  readonly _ref?: Readonly<Record<string, string | null>>;
  readonly state: string;
  readonly holderOrgan: string | null;
  readonly holderPost: string | null;
  readonly holderPerson: string | null;
  readonly dueAt: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly repeats: number;
  readonly lastAt: string | null;
  readonly [field: string]: unknown;
};

/** 警情所在单位 */
export type DutyUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly grade: string | null;
  readonly gradeReason: string | null;
  readonly address: string;
  readonly areaName: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly areaM2: number | null;
  readonly floors: number | null;
  readonly heightM: number | null;
  readonly networked: boolean | null;
  readonly demo: boolean;
  readonly vehicleEntry: string | null;
  readonly pumpConnection: string | null;
  readonly evacuationFocus: string | null;
  readonly hazardNote: string | null;
};

/** 可呼叫的人 */
export type DutyContact = {
  readonly name: string;
  readonly role: string;
  readonly note: string;
  /** 个人的号码遮盖 */
  readonly number: string;
  /** 交给 POST /duty/dial，不露号码即可拨 */
  readonly dial: string;
};

/** 时间线的一行 */
export type TimelineLine = {
  readonly id: number;
  readonly at: string;
  readonly kind: "person" | "system" | "device";
  readonly actorName: string;
  readonly move: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly code: string | null;
  readonly given: Readonly<Record<string, unknown>>;
  readonly sentence: string;
};

/** 警情中的一个点位 */
export type DutyAlarmPoint = {
  readonly number: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly words: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly times: number;
  readonly restoredAt: string | null;
  readonly component: string | null;
};

/** 同一点位的既往警情 */
export type DutyPointHistory = {
  readonly days: number;
  readonly alarms: number;
  readonly false: number;
  readonly real: number;
  readonly recent: readonly {
    readonly id: string;
    readonly number: string;
    readonly kind: AlarmKind;
    readonly openedAt: string;
    readonly conclusion: string | null;
    readonly cause: string | null;
    readonly state: string;
  }[];
};

/** 近旁的力量与水源 */
export type DutyNear = {
  readonly as: "micro" | "station" | "hydrant";
  readonly label: string;
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly lon: number;
  readonly lat: number;
  /** 直线距离，米 */
  readonly straightM: number;
  /** 在岗人数 */
  readonly onDuty: number | null;
  /** 车辆数 */
  readonly vehicles: number | null;
  /** 每班人数 */
  readonly crew: number | null;
};

/** 楼层平面与其部件 */
export type DutyFloorPlan = {
  readonly building: string | null;
  readonly floor: number;
  readonly plan: string | null;
  readonly components: readonly DutyPlanPoint[];
};

/** 平面图上的部件 */
export type DutyPlanPoint = {
  readonly id: string;
  readonly name: string | null;
  readonly number: number | null;
  readonly zone: string | null;
  readonly placeWords: string | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly active: readonly string[];
};

/** 报送 119 的经过 */
export type DutyForward = {
  readonly identifier: string;
  readonly state: string;
  readonly attempts: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly status: number | null;
  readonly receipt: string | null;
  readonly trouble: string | null;
  readonly deliveredAt: string | null;
  readonly byPhone: string | null;
};

/** 提醒或升级的一步，送没送到 */
export type DutyReminder = {
  readonly at: string;
  readonly what: string | null;
  readonly to: string | null;
  readonly how: string | null;
  readonly delivered: boolean;
};

/** 现在可办的一步 */
export type OpenMove = {
  readonly move: string;
  readonly label: string;
  /** 必须给的栏 */
  readonly asks: readonly string[];
  /** 可以给的栏 */
  readonly takes: readonly string[];
  /** 说明是否必填 */
  readonly note?: "required" | "optional";
};

/** 现在不可办的一步，与原因 */
export type ClosedMove = {
  readonly move: string;
  readonly label: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
};

/** 屏蔽与测试 */
export type RemoteMonitoringWindow = LedgerRow & {
  /** 类别：shield 屏蔽；test 测试 */
  readonly kind: "shield" | "test";
  /** 单位 */
  readonly unit: string;
  /** 设备地址 */
  readonly address: string | null;
  /** 系统类型码 */
  readonly systemType: number | null;
  /** 系统地址 */
  readonly systemAddress: number | null;
  /** 部件地址 */
  readonly componentAddress: number | null;
  /** 范围 */
  readonly scopeWords: string;
  /** 理由 */
  readonly reason: string;
  /** 开始 */
  readonly fromAt: string;
  /** 结束 */
  readonly until: string;
  /** 状态：open 进行中；ended 已结束 */
  readonly state: "open" | "ended";
  /** 结束于 */
  readonly endedAt: string | null;
  /** 结束原因 */
  readonly endedWhy: string | null;
  /** 办理人 */
  readonly madeBy: string | null;
  /** 期间信号（条） */
  readonly muted: number | null;
  /** 最近信号 */
  readonly lastMutedAt: string | null;
  readonly [field: string]: unknown;
};

/** 值守时限与阈值：现行值、默认值、来源、可设范围、谁改过 */
export type DutySettings = {
  readonly limits: {
    readonly acceptSeconds: {
      readonly fire: number;
      readonly supervision: number;
      readonly linkage: number;
      readonly fault: number;
      readonly shield: number;
      readonly offline: number;
      readonly test: number;
    };
    readonly verifySeconds: {
      readonly fire: number;
      readonly supervision: number;
      readonly linkage: number;
      readonly fault: number;
      readonly shield: number;
      readonly offline: number;
      readonly test: number;
    };
    readonly raiseWindowSeconds: number;
    readonly stormPerMinute: number;
    readonly offlineSeconds: number;
    readonly nuisanceTimes: number;
    readonly nuisanceDays: number;
    readonly dutyAnswerMinutes: number;
    readonly claimFireMinutes: number;
    readonly messageDays: number;
    readonly dispatchUrl: string | null;
    readonly escalation: readonly {
      readonly kind: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";
      readonly state: "reported" | "accepted" | "verifying";
      readonly afterSeconds: number;
      readonly channel: "screen" | "sms" | "voice";
      readonly to: string;
      readonly what: string;
    }[];
  };
  readonly defaults: {
    readonly acceptSeconds: {
      readonly fire: number;
      readonly supervision: number;
      readonly linkage: number;
      readonly fault: number;
      readonly shield: number;
      readonly offline: number;
      readonly test: number;
    };
    readonly verifySeconds: {
      readonly fire: number;
      readonly supervision: number;
      readonly linkage: number;
      readonly fault: number;
      readonly shield: number;
      readonly offline: number;
      readonly test: number;
    };
    readonly raiseWindowSeconds: number;
    readonly stormPerMinute: number;
    readonly offlineSeconds: number;
    readonly nuisanceTimes: number;
    readonly nuisanceDays: number;
    readonly dutyAnswerMinutes: number;
    readonly claimFireMinutes: number;
    readonly messageDays: number;
    readonly dispatchUrl: string | null;
    readonly escalation: readonly {
      readonly kind: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";
      readonly state: "reported" | "accepted" | "verifying";
      readonly afterSeconds: number;
      readonly channel: "screen" | "sms" | "voice";
      readonly to: string;
      readonly what: string;
    }[];
  };
  readonly sources: Readonly<Record<string, {
    readonly source: string;
    readonly confirmed: boolean;
  }>>;
  readonly ranges: Readonly<Record<string, {
    readonly least: number;
    readonly most: number;
  }>>;
  readonly changes: Readonly<Record<string, DutySettingChange>>;
  readonly writtenAt: string | null;
  readonly mayChange: boolean;
  readonly hasInstalledDispatch: boolean;
  readonly messagesSince: string | null;
};

export type DutySettingChange = {
  readonly at: string;
  readonly by: string;
  readonly reason: string;
};

/** 设备接入各页签的数；网关不在本进程时端口等为 null */
export type DeviceSummary = {
  readonly registered: number;
  readonly online: number;
  readonly faulty: number;
  readonly messagesToday: number;
  readonly unheardPoints: number;
  readonly today: string;
  readonly port: number | null;
  readonly connections: number | null;
  readonly deniedToday: number | null;
};

/** 待登记的设备 */
export type UnregisteredDevice = {
  readonly address: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly messages: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly openFires: number;
  readonly lastFireAt: string | null;
  readonly lastMessageId: string;
};

/** 读不懂的字节，与原因 */
export type UnreadableBytes = {
  readonly id: string;
  readonly receivedAt: string;
  readonly remote: string | null;
  readonly address: string | null;
  readonly reason: string;
  readonly offset: number | null;
  readonly hex: string;
};

/** 频繁误报的点位 */
export type NuisancePoint = {
  readonly address: string | null;
  readonly systemType: number | null;
  readonly systemAddress: number | null;
  readonly componentAddress: number | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly falseAlarms: number;
  readonly lastAt: string;
  readonly cause: string | null;
};

/** 推广批次：已装与在线 */
export type RolloutProgress = LedgerRow & {
  readonly organName: string;
  readonly installed: number;
  readonly online: number;
  readonly [field: string]: unknown;
};

/** 一台设备 */
export type DeviceDetail = {
  readonly device: RemoteMonitoringDevice;
  /** 登记在册的传输装置 */
  readonly register: FacilitiesTransmitter | null;
  readonly connection: {
    readonly remote: string;
    readonly since: string;
    readonly transport: string;
  } | null;
  readonly points: {
    readonly registered: number;
    readonly heard: number;
    readonly unmatched: number;
  };
  /** 设备自报的版本、时钟等 */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly commands: readonly SentCommand[];
  readonly messages: readonly MessageHead[];
};

/** 设备状态 */
export type RemoteMonitoringDevice = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 设备名称 */
  readonly name: string;
  /** 设备地址 */
  readonly address: string;
  /** 类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 技防手段：remote 远程监控；early 智能预警；water 智慧用水；power 智慧用电 */
  readonly technique: "remote" | "early" | "water" | "power" | null;
  /** 推广批次 */
  readonly rollout: string | null;
  /** 运营单位 */
  readonly operator: string | null;
  /** 连接：online 在线；offline 离线；never 从未上线 */
  readonly connection: "online" | "offline" | "never";
  /** 故障 */
  readonly fault: boolean;
  /** 故障说明 */
  readonly faultWords: string | null;
  /** 最近消息 */
  readonly lastMessageAt: string | null;
  /** 状态始于 */
  readonly connectedSince: string | null;
  /** 时钟偏差（s） */
  readonly clockOffsetS: number | null;
  /** 今日消息（条） */
  readonly messagesToday: number | null;
  readonly [field: string]: unknown;
};

/** 联网设备 */
export type FacilitiesTransmitter = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 建筑 */
  readonly building: string | null;
  /** 设备名称 */
  readonly name: string;
  /** 设备地址 */
  readonly address: string;
  /** 类别：transmitter 用户信息传输装置；iot 物联网网关；temperature 温度传感；smoke 火灾烟雾监测；pressure 水压监测；electrical 电气火灾监控；video 视频监控 */
  readonly kind: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
  /** 技防手段：remote 远程监控；early 智能预警；water 智慧用水；power 智慧用电 */
  readonly technique: "remote" | "early" | "water" | "power" | null;
  /** 协议方言 */
  readonly profile: string | null;
  /** 型号 */
  readonly model: string | null;
  /** 固件 */
  readonly firmware: string | null;
  /** 安装日期 */
  readonly installedOn: string | null;
  /** 心跳间隔（s） */
  readonly heartbeatSeconds: number | null;
  /** 推广批次 */
  readonly rollout: string | null;
  /** 运营单位 */
  readonly operator: string | null;
  /** 状况：inUse 在用；suspended 停用；removed 拆除 */
  readonly state: "inUse" | "suspended" | "removed";
  /** 向单位收费（元/年） */
  readonly fee: number | null;
  readonly [field: string]: unknown;
};

/** 下达的命令与结果 */
export type SentCommand = {
  readonly id: string;
  readonly command: {
    readonly kind: string;
    readonly [field: string]: unknown;
  };
  readonly askedByName: string;
  readonly askedAt: string;
  readonly state: string;
  readonly finishedAt: string | null;
  readonly messageId: string | null;
};

/** 一条报文 */
export type MessageHead = {
  readonly id: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly summary: string;
  readonly signals: number;
};

/** 一条报文：字节与逐字段 */
export type WholeMessage = {
  readonly id: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly summary: string;
  readonly signals: number;
  readonly hex: string;
  readonly remote: string | null;
  readonly acknowledgedAt: string | null;
  readonly fields: readonly MessageField[];
  readonly trouble: string | null;
};

/** 报文的一个字段：在哪几个字节，说的什么 */
export type MessageField = {
  readonly key: string;
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly words: string;
  readonly group: string;
};

/** 报文引起的警情 */
export type MadeCase = {
  readonly id: string;
  readonly number: string;
  readonly kind: AlarmKind;
  readonly unitName: string;
  readonly repeats: number;
  readonly grade: string;
  readonly state: string;
};

/** 报文说到的点位 */
export type HeardPoint = {
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
  readonly componentType: number;
  readonly typeName: string;
  readonly words: string | null;
  readonly deviceWords: string | null;
  readonly placeWords: string | null;
};

/** 单位端 */
export type UnitDesk = {
  readonly unit: PlacesUnit | null;
  readonly devices: readonly RemoteMonitoringDevice[];
  readonly alarms: readonly DutyQueueRow[];
  readonly faults: readonly BadPoint[];
  readonly contacts: readonly PlacesContact[];
  readonly dutyChecks: {
    readonly asked: number;
    readonly answered: number;
  };
};

/** 单位 */
export type PlacesUnit = LedgerRow & {
  /** 单位名称 */
  readonly name: string;
  /** 统一编号 */
  readonly code: string | null;
  /** 统一社会信用代码 */
  readonly creditCode: string | null;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 地址 */
  readonly address: string;
  /** 分级：key 重点单位；general 一般单位；unknown 资料不全 */
  readonly grade: "key" | "general" | "unknown" | null;
  /** 分级依据 */
  readonly gradeReason: string | null;
  /** 规则判定：key 重点单位；general 一般单位；unknown 资料不全 */
  readonly computedGrade: "key" | "general" | "unknown" | null;
  /** 人工认定：key 重点单位；general 一般单位 */
  readonly decidedGrade: "key" | "general" | null;
  /** 认定理由 */
  readonly decidedWhy: string | null;
  /** 火灾高危单位 */
  readonly highRisk: boolean | null;
  /** 建筑面积（m²） */
  readonly areaM2: number | null;
  /** 营业面积（m²） */
  readonly businessAreaM2: number | null;
  /** 层数 */
  readonly floors: number | null;
  /** 建筑高度（m） */
  readonly heightM: number | null;
  /** 客房数（间） */
  readonly rooms: number | null;
  /** 床位数（张） */
  readonly beds: number | null;
  /** 座位数（个） */
  readonly seats: number | null;
  /** 从业人数（人） */
  readonly staff: number | null;
  /** 储量（t） */
  readonly storedT: number | null;
  /** 设有自动消防设施 */
  readonly hasFacilities: boolean | null;
  /** 行业主管部门 */
  readonly regulator: string | null;
  /** 消防安全责任人 */
  readonly responsible: string | null;
  /** 责任人电话（遮盖） */
  readonly responsiblePhone: string | null;
  /** 消防安全管理人 */
  readonly manager: string | null;
  /** 管理人电话（遮盖） */
  readonly managerPhone: string | null;
  /** 消防控制室电话 */
  readonly dutyPhone: string | null;
  /** 维保单位 */
  readonly maintenance: string | null;
  /** 维保值班电话 */
  readonly maintenancePhone: string | null;
  /** 已联网 */
  readonly networked: boolean | null;
  /** 车辆入口 */
  readonly vehicleEntry: string | null;
  /** 水泵接合器 */
  readonly pumpConnection: string | null;
  /** 疏散重点 */
  readonly evacuationFocus: string | null;
  /** 危险源 */
  readonly hazardNote: string | null;
  /** 备注 */
  readonly note: string | null;
  readonly [field: string]: unknown;
};

/** 异常点位 */
export type BadPoint = RemoteMonitoringPoint & {
  readonly condition: "fire" | "fault" | "shield";
  readonly [field: string]: unknown;
};

/** 点位状态 */
export type RemoteMonitoringPoint = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 设备地址 */
  readonly address: string;
  /** 部件 */
  readonly name: string | null;
  /** 所在位置 */
  readonly placeWords: string | null;
  /** 部件类型码 */
  readonly componentType: number;
  /** 状态：normal 正常；fire 火警；fault 故障；shield 屏蔽；active 监管或动作；unheard 未收到状态 */
  readonly condition: "normal" | "fire" | "fault" | "shield" | "active" | "unheard";
  /** 状态说明 */
  readonly words: string | null;
  /** 最近状态 */
  readonly lastAt: string | null;
  readonly [field: string]: unknown;
};

/** 联系人 */
export type PlacesContact = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 身份：controlRoom 消防控制室；manager 消防安全管理人；responsible 消防安全责任人；security 保安；maintenance 维保单位；microStation 微型消防站；other 其他 */
  readonly role: "controlRoom" | "manager" | "responsible" | "security" | "maintenance" | "microStation" | "other";
  /** 岗位 */
  readonly post: string;
  /** 姓名 */
  readonly name: string | null;
  /** 手机（遮盖） */
  readonly phone: string | null;
  /** 座机 */
  readonly officePhone: string | null;
  /** 持证 */
  readonly certificate: string | null;
  /** 呼叫顺序 */
  readonly callOrder: number | null;
  readonly [field: string]: unknown;
};

/** 驾驶舱大屏 */
export type Wall = {
  readonly now: string;
  readonly days: number;
  readonly today: WallDay;
  readonly watch: WallWatch;
  readonly fires: readonly WallFire[];
  readonly news: readonly WallNews[];
  readonly troubles: {
    /** 在办数，按类别；没有的类别不列 */
    readonly open: Readonly<Partial<Record<AlarmKind, number>>>;
    readonly windows: number;
    readonly rows: readonly WallTrouble[];
  };
  readonly causes: readonly {
    readonly cause: string;
    readonly n: number;
  }[];
  readonly counties: readonly WallCounty[];
};

/** 今日火警，逐时 */
export type WallDay = {
  readonly fires: number;
  readonly real: number;
  readonly acceptSeconds: number | null;
  /** 昨日至同一时刻 */
  readonly before: {
    readonly fires: number;
    readonly real: number;
    readonly acceptSeconds: number | null;
  };
  readonly hours: readonly WallHour[];
};

export type WallHour = {
  readonly hour: number;
  readonly fires: number;
  readonly real: number;
  readonly before: number;
};

/** 分子与分母；率由画面去除 */
export type WallWatch = {
  readonly transmitters: number;
  readonly online: number;
  readonly points: number;
  readonly intact: number;
  readonly asked: number;
  readonly answered: number;
  readonly concluded: number;
  readonly false: number;
  readonly units: number;
};

/** 正在处置的火警 */
export type WallFire = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly stateLabel: string;
  /** raised：同一区域多点报警等，已升级 */
  readonly grade: "normal" | "raised";
  readonly raisedWhy: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly openedAt: string;
  readonly acceptedAt: string | null;
  readonly repeats: number;
  readonly points: number;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly lines: readonly WallLine[];
};

export type WallLine = {
  readonly at: string;
  readonly kind: string;
  readonly text: string;
};

/** 动态 */
export type WallNews = {
  readonly id: string;
  readonly at: string;
  readonly what: "opened" | "accepted" | "confirmed" | "closed";
  readonly kind: AlarmKind;
  readonly conclusion: string | null;
  readonly unitName: string;
  readonly placeWords: string;
};

/** 未消的故障、离线、屏蔽 */
export type WallTrouble = {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly unitName: string;
  readonly placeWords: string;
  readonly what: string | null;
  readonly openedAt: string;
  readonly isRepairing: boolean;
};

/** 下级辖区的比较 */
export type WallCounty = {
  readonly area: number;
  readonly name: string;
  readonly fires: number;
  readonly concluded: number;
  readonly false: number;
  readonly faults: number;
  readonly devices: number;
  readonly online: number;
};

/** 一个下级辖区的隐患 */
export type HazardBoardLine = {
  readonly area: number;
  readonly name: string;
  /** 未销号 */
  readonly open: number;
  /** 其中重大 */
  readonly major: number;
  /** 本月新增 */
  readonly fresh: number;
  /** 七日内到期 */
  readonly soon: number;
  /** 逾期 */
  readonly overdue: number;
  /** 发现满三十日未销号 */
  readonly aged: number;
  /** 本月销号 */
  readonly cleared: number;
};

/** 冻结的清单基线与进度 */
export type HazardBaselineProgress = {
  readonly id: string;
  readonly name: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly rows: number;
  /** 冻结内容的 SHA-256，可重算核对 */
  readonly hash: string;
  /** 其中已销号 */
  readonly closed: number;
  /** 其中逾期 */
  readonly overdue: number;
};

/** 冻结的清单基线 */
export type HazardBaseline = {
  readonly id: string;
  readonly name: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly frozenAt: string;
  readonly frozenBy: string;
  readonly rows: number;
  /** 冻结内容的 SHA-256，可重算核对 */
  readonly hash: string;
};

/** 按检查当日施行的标准判定 */
export type Determined = {
  readonly edition: string | null;
  readonly status: "complete" | "awaiting_official_text" | "none";
  readonly verdict: "direct" | "comprehensive" | "notMajor" | "prompt";
  readonly words: string;
  readonly judgement: Judgement | null;
  /** 已不施行的版本会怎么说，只供参照 */
  readonly reference: Judgement | null;
};

/** 逐项理由与计数；未确认的规则只提示 */
export type Judgement = {
  readonly edition: string;
  readonly verdict: "direct" | "comprehensive" | "notMajor" | "prompt";
  readonly leaning: "major" | "notMajor" | null;
  readonly by: readonly string[];
  readonly prompts: readonly ("precondition" | "exclusion" | "unconfirmed" | "unknown" | "threshold")[];
  readonly reasons: readonly {
    readonly clause: string;
    readonly direct: boolean;
    readonly state: "met" | "notMet" | "unknown" | "unconfirmed" | "notApplicable" | "unanswered";
    readonly measured: readonly {
      readonly way: number;
      readonly quotient: number;
      readonly comparator: string;
      readonly limit: number;
      readonly holds: boolean;
    }[];
  }[];
  readonly counts: readonly {
    readonly id: string;
    readonly clause: string;
    readonly applies: boolean | null;
    readonly need: number;
    readonly met: number;
    readonly withUnconfirmed: number;
    readonly possible: number;
    readonly confirmed: boolean;
    readonly reached: boolean;
  }[];
};

/** 为一件办件制作的一份文书 */
export type CaseDocument = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly state: string;
  readonly issuedOn: string | null;
  readonly servedOn: string | null;
};

/** 正在公示的一件曝光；不含个人信息 */
export type PublicExposure = {
  readonly number: string;
  readonly unitName: string;
  readonly areaName: string | null;
  readonly ground: "overdue" | "repeated";
  readonly content: string;
  readonly from: string;
  readonly until: string;
};

/** 可派的检查人员 */
export type Inspector = {
  readonly id: string;
  readonly name: string;
  readonly organName: string | null;
  readonly roles: readonly string[];
  /** 手头未完成的任务数 */
  readonly open: number;
};

/** 一家单位可合并的检查任务 */
export type MergeableUnit = {
  readonly unit: string;
  readonly unitName: string;
  readonly areaName: string | null;
  readonly saves: number;
  /** 合并后的截止：最早一项的 */
  readonly dueOn: string;
  readonly tasks: readonly {
    readonly id: string;
    readonly dueOn: string;
    readonly purpose: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey";
    readonly organName: string | null;
    readonly people: readonly {
      readonly id: string;
      readonly name: string;
      readonly organName: string | null;
    }[];
    readonly checklists: readonly {
      readonly list: string;
      readonly version: number;
      readonly title: string;
      readonly items: number;
    }[];
  }[];
  /** 合并后参加的单位 */
  readonly organs: readonly string[];
  /** 合并后的检查人员：首位主查，次位协查 */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly organName: string | null;
  }[];
  /** 合并后的检查表，同一张只留最新一版 */
  readonly checklists: readonly {
    readonly list: string;
    readonly version: number;
    readonly title: string;
    readonly items: number;
  }[];
  /** 职责不含联合检查的人员：改派后才能合并 */
  readonly lone: readonly {
    readonly id: string;
    readonly name: string;
    readonly organName: string | null;
  }[];
};

/** 抽中复核的一次检查：原检查与复核结果 */
export type QualitySample = {
  readonly recheck: string;
  readonly original: string;
  readonly unit: string;
  readonly unitName: string;
  readonly doneOn: string | null;
  readonly inspector: string | null;
  readonly inspectorName: string | null;
  readonly originalFound: number;
  readonly dueOn: string;
  readonly state: string;
  readonly result: {
    readonly id: string;
    readonly checkedOn: string;
    readonly found: number;
    readonly missedSerious: number;
    readonly missedOther: number;
    readonly score: number;
    readonly note: string | null;
  } | null;
};

/** 一批双随机抽查的全貌 */
export type DrawShown = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly areaName: string | null;
  readonly organs: readonly {
    readonly name: string;
    readonly items: number;
  }[];
  readonly ask: number;
  readonly perObject: number;
  readonly purpose: string;
  readonly startOn: string;
  readonly dueOn: string;
  readonly openedAt: string;
  readonly objects: number | null;
  readonly inspectors: number | null;
  readonly excluded: {
    readonly openTask: number;
    readonly checkedLately: number;
    readonly noInspectors: number;
  };
  readonly commitment: string | null;
  readonly committedAt: string | null;
  readonly random: {
    readonly text: string;
    readonly source: string;
    readonly at: string;
  } | null;
  readonly seed: string | null;
  readonly drawnAt: string | null;
  readonly tookMs: number | null;
  readonly avoided: number | null;
  readonly dispatchedAt: string | null;
  readonly publishedAt: string | null;
  readonly voidWhy: string | null;
  readonly redrawOf: {
    readonly id: string;
    readonly title: string;
    readonly voidWhy: string | null;
  } | null;
  readonly redrawnAs: {
    readonly id: string;
    readonly title: string;
  } | null;
  /** 权重规则是否经本单位核定 */
  readonly confirmed: boolean;
  readonly classes: readonly {
    readonly risk: "red" | "orange" | "yellow" | "blue";
    readonly title: string;
    readonly weight: number;
    readonly objects: number;
    readonly drawn: number;
  }[];
  readonly tasks: {
    readonly all: number;
    readonly done: number;
  };
  readonly savedVisits: number;
  readonly can: readonly ("commit" | "cast" | "dispatch" | "publish" | "redraw")[];
};

/** 双随机复算包：凭它即可复算，不需要本系统 */
export type DrawPackage = {
  readonly format: "suiren-draw/1";
  readonly number: string;
  readonly title: string;
  readonly organizer: string | null;
  /** 算法说明的地址 */
  readonly algorithm: string;
  readonly commitment: {
    readonly sha256: string;
    readonly publishedAt: string;
  };
  readonly random: {
    readonly text: string;
    readonly source: string;
    readonly at: string;
  } | null;
  readonly seed: string | null;
  /** 冻结名单，逐行；各行加换行符后求 SHA-256 即承诺。未公布时为空 */
  readonly list: readonly string[] | null;
  readonly result: readonly {
    readonly object: string;
    readonly name: string;
    readonly inspectors: readonly string[];
    readonly names: readonly string[];
  }[] | null;
  readonly redrawOf: string | null;
  readonly void: string | null;
};

/** 抽中的一家在主查的路线上 */
export type DrawStop = {
  readonly id: string;
  readonly ord: number;
  readonly unit: string;
  readonly unitName: string;
  readonly townName: string | null;
  readonly lead: string;
  readonly leadName: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly planOn: string;
  /** 主查的第几家 */
  readonly turn: number;
  readonly checked: boolean;
};

/** 一件的回执 */
export type FieldReceipt = {
  /** 哪一件 */
  readonly id: string;
  /** accepted 收下；had 早已收下；conflict 收下但与别人的结论不同；refused 不收；later 先收别的，稍后再送 */
  readonly result: "accepted" | "had" | "conflict" | "refused" | "later";
  /** 回执号 */
  readonly receipt: string | null;
  readonly code: string | null;
  /** 不收或冲突的原因 */
  readonly message: string | null;
};

/** 一次检查现在的情形 */
export type FieldVisitTold = {
  readonly id: string;
  /** 检查表已有更新的版本；这份仍按原版本 */
  readonly newer: number | null;
  /** 由不合格项生成的隐患数 */
  readonly hazards: number;
  /** 同日有人查过这家且结论不同：两份都保留，由人裁定 */
  readonly conflict: {
    readonly id: string;
    readonly with: string;
    readonly at: string;
    readonly items: readonly string[];
  } | null;
};

/** 已收下多少字节；收全并核对后有回执 */
export type PhotoPart = {
  readonly receivedBytes: number;
  readonly receipt: string | null;
};

/** 一份监督检查记录 */
export type VisitRecord = {
  readonly id: string;
  readonly unit: string | null;
  readonly unitName: string;
  readonly address: string;
  readonly areaName: string | null;
  readonly purpose: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey";
  readonly result: "inProgress" | "passed" | "problems" | "guided";
  readonly listTitle: string;
  readonly checklist: string;
  readonly listVersion: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly inspectors: string;
  readonly present: string | null;
  readonly presentPost: string | null;
  readonly guidance: boolean;
  readonly firstExempt: boolean;
  readonly opinion: string | null;
  readonly unitRefused: string | null;
  readonly demo: boolean;
  readonly items: readonly {
    readonly item: string;
    readonly section: string;
    readonly text: string;
    readonly ground: string | null;
    /** 空：没有查 */
    readonly outcome: "pass" | "fail" | "notApplicable" | null;
    readonly note: string | null;
    readonly place: string | null;
    readonly remedy: string | null;
    readonly dueOn: string | null;
    readonly hazard: string | null;
    readonly overruled: boolean;
  }[];
  readonly photos: readonly {
    readonly id: string;
    readonly item: string | null;
    readonly takenAt: string;
    readonly lon: number | null;
    readonly lat: number | null;
    readonly accuracyM: number | null;
    readonly place: string | null;
    readonly cameraAt: string | null;
    readonly originalSha256: string | null;
    readonly hasOriginal: boolean;
    /** 展示图是否已到 */
    readonly arrived: boolean;
  }[];
  readonly signatures: readonly {
    readonly side: "inspector" | "unit";
    readonly name: string;
    readonly strokes: readonly (readonly number[])[];
    readonly refusedWhy: string | null;
    readonly signedAt: string;
  }[];
  readonly sameDay: readonly {
    readonly id: string;
    readonly inspectors: string;
    readonly startedAt: string;
  }[];
  readonly conflict: string | null;
};

/** 一张单位码标签 */
export type UnitLabel = {
  readonly unit: string;
  readonly name: string;
  readonly address: string;
  readonly code: string;
};

/** 检查表，不含检查项 */
export type ChecklistHead = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[];
  readonly subject: string | null;
  readonly purpose: "supervision" | "selfCheck" | "patrol" | "survey";
  readonly frequency: "twoHourly" | "nightly" | "daily" | "monthly" | "quarterly" | "yearly" | null;
  readonly scope: "national" | "office";
  readonly validFrom: string | null;
  readonly source: string;
  readonly rowId: string | null;
  readonly area: number | null;
  readonly areaName: string | null;
  readonly state: "draft" | "inForce" | "withdrawn";
  readonly items: number;
  readonly unconfirmed: number;
};

/** 检查表（一个版本） */
export type Checklist = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[];
  readonly subject: string | null;
  readonly purpose: "supervision" | "selfCheck" | "patrol" | "survey";
  readonly frequency: "twoHourly" | "nightly" | "daily" | "monthly" | "quarterly" | "yearly" | null;
  readonly scope: "national" | "office";
  readonly validFrom: string | null;
  readonly source: string;
  readonly items: readonly CheckItem[];
};

/** 检查项 */
export type CheckItem = {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly ground: string | null;
  readonly grade: "minor" | "general" | "serious";
  readonly penalty: string | null;
  readonly photo: "always" | "onFail" | "never";
  readonly remedy: string | null;
  /** 依据核对到什么程度：seen-* 已见原文或引文；其余待核对，只提示不判定 */
  readonly confidence: string;
};

export type CheckItemChange = {
  readonly id: string;
  readonly text: string;
  readonly fields: readonly string[];
  readonly before: CheckItem;
  readonly after: CheckItem;
};

/** 导入检查表时一行的问题 */
export type ListImportTrouble = {
  readonly row: number;
  readonly value: string;
  readonly message: string;
};

/** 联合检查：队伍、对象、共用检查表、发现和处置 */
export type JointCheck = {
  readonly action: string;
  readonly state: string;
  readonly heldOn: string;
  readonly checklist: string | null;
  readonly checklistTitle: string | null;
  readonly team: readonly {
    readonly organ: string;
    readonly organName: string | null;
    readonly role: string;
    readonly task: string;
    readonly people: number | null;
  }[];
  readonly objects: readonly JointObject[];
  readonly findings: readonly JointFinding[];
  readonly follows: readonly JointFollow[];
  /** 可定对象、检查表和处置 */
  readonly can: boolean;
};

/** 联合检查的一个对象：检查任务与查出的隐患 */
export type JointObject = {
  readonly task: string;
  readonly unit: string;
  readonly unitName: string;
  readonly areaName: string | null;
  readonly lead: string | null;
  readonly dueOn: string;
  readonly state: string;
  readonly result: string | null;
  readonly doneOn: string | null;
  readonly hazards: readonly {
    readonly id: string;
    readonly number: string;
    readonly what: string;
    readonly state: string;
    readonly open: boolean;
  }[];
};

/** 一个部门在联合检查中的记录 */
export type JointFinding = {
  readonly id: string;
  readonly target: string;
  readonly unit: string | null;
  readonly organName: string | null;
  readonly checkedOn: string;
  readonly found: string | null;
  readonly problems: number;
};

/** 联合检查的一件处置 */
export type JointFollow = {
  readonly id: string;
  readonly finding: string | null;
  readonly hazard: string | null;
  readonly kind: "hazard" | "penalty" | "letter" | "deduction";
  readonly what: string;
  readonly organName: string | null;
  readonly points: number | null;
  readonly onDay: string;
  readonly by: string;
  readonly madeName: string | null;
  readonly madeId: string | null;
};

/** 一种法律文书 */
export type DocumentKind = {
  readonly key: string;
  readonly title: string;
  readonly mark: string;
  /** 0 直接签发，1 审批，2 审核后审批 */
  readonly levels: number;
  readonly ground: string;
  /** 名称和期限已见到正式文本 */
  readonly confirmed: boolean;
  readonly serve: string | null;
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: "text" | "long" | "day" | "rows";
    readonly required: boolean;
    readonly columns: readonly {
      readonly key: string;
      readonly label: string;
    }[];
  }[];
};

/** 一份模板能不能用；写错的字段名和可用的字段名 */
export type TemplateVerdict = {
  readonly ok: boolean;
  readonly message: string;
  readonly wrong: readonly {
    readonly tag: string;
    readonly nearest: string | null;
  }[];
  /** 这种文书的字段名 */
  readonly allowed: readonly string[];
  /** 试打印页 HTML */
  readonly page: string | null;
};

/** 一条处罚条款的法定幅度 */
export type PenaltyRange = {
  readonly article: string;
  readonly title: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly also: readonly string[];
  readonly confirmed: boolean;
  readonly acts: readonly string[];
};

/** 一种违法行为：谁能罚、要取什么证、依什么条款 */
export type PenaltyAct = {
  readonly key: string;
  readonly label: string;
  readonly articles: readonly string[];
  readonly competent: readonly string[];
  readonly evidence: readonly string[];
};

/** 被查封或停止使用的场所 */
export type ClosedPlace = {
  readonly unit: string;
  readonly party: string;
  readonly what: "seal" | "stop";
  readonly placeWords: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
};

/** 扫码看一张动火作业票现在是否有效 */
export type HotWorkCheck = {
  readonly valid: boolean;
  readonly why: string;
  readonly code: string;
  readonly unitName: string;
  readonly where: string;
  readonly worker: string;
  readonly guard: string;
  readonly from: string;
  readonly until: string;
};

/** 一家单位的履职情况 */
export type UnitDuties = {
  readonly unit: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly area: number;
  };
  readonly duties: readonly UnitDuty[];
  readonly tally: {
    readonly owed: number;
    readonly met: number;
    readonly overdue: number;
    readonly unconfirmed: number;
  };
  readonly file: {
    readonly score: number;
    readonly missing: readonly string[];
    readonly expired: readonly string[];
  };
  readonly gaps: readonly {
    readonly item: string;
    readonly title: string;
    readonly required: number;
    readonly held: number;
    readonly counter: string;
    readonly source: string;
    readonly confirmed: boolean;
  }[];
  readonly training: {
    readonly expected: number | null;
    readonly trained: number;
  };
  /** 未销号隐患 */
  readonly hazards: number;
  readonly commitment: {
    readonly id: string;
    readonly token: string;
    readonly publishedOn: string;
    readonly until: string;
  } | null;
  /** 辖区街道与消防机构 */
  readonly helpers: readonly {
    readonly name: string;
    readonly phone: string | null;
  }[];
  /** 当期自查 */
  readonly check: {
    readonly checklist: string;
    readonly items: number;
    readonly lastOn: string | null;
    readonly dueAt: string | null;
    readonly state: "met" | "due" | "overdue" | "resting";
  } | null;
};

/** 一项履职：周期、期限、由什么完成；confirmed 为假的只作提示 */
export type UnitDuty = {
  readonly id: string;
  readonly key: string;
  readonly matter: string;
  readonly title: string;
  readonly every: "day" | "week" | "halfMonth" | "month" | "quarter" | "halfYear" | "year";
  readonly slotMinutes: number | null;
  readonly state: "met" | "due" | "overdue" | "resting";
  readonly period: {
    readonly from: string;
    readonly to: string;
  };
  readonly dueAt: string | null;
  readonly daysLeft: number | null;
  readonly minutesLeft: number | null;
  readonly missed: number;
  readonly by: {
    readonly kind: "patrol" | "closing" | "night" | "selfCheck" | "test" | "maintenance" | "water" | "pump" | "pumpFlow" | "duct" | "electrical" | "training" | "drill" | "evaluation" | "selfAssessment" | "commitment" | "plan" | "controlRoom";
    readonly on: string;
    readonly at: string | null;
    readonly ledger: string;
    readonly id: string;
  } | null;
  readonly lastOn: string | null;
  readonly confirmed: boolean;
  readonly source: string;
  readonly confidence: string;
  readonly evidence: readonly ("patrol" | "closing" | "night" | "selfCheck" | "test" | "maintenance" | "water" | "pump" | "pumpFlow" | "duct" | "electrical" | "training" | "drill" | "evaluation" | "selfAssessment" | "commitment" | "plan" | "controlRoom")[];
};

/** 本单位的自查表 */
export type SelfCheckList = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: string;
  readonly items: readonly {
    readonly id: string;
    readonly section: string;
    readonly text: string;
    readonly ground: string | null;
    readonly grade: "minor" | "general" | "serious";
    readonly photo: "always" | "onFail" | "never";
    readonly remedy: string | null;
  }[];
};

/** 单位消防安全公示页 */
export type UnitPublicPage = {
  readonly unit: string;
  readonly kind: string;
  readonly address: string;
  readonly responsible: string;
  readonly responsiblePost: string | null;
  readonly manager: string;
  readonly managerPost: string | null;
  readonly phone: string | null;
  readonly words: string;
  readonly publishedOn: string;
  readonly until: string;
  /** 最近一次自查 */
  readonly checkedOn: string | null;
  readonly openHazards: number;
  /** 一年内整改完毕 */
  readonly rectified: number;
  /** 标准化等级 */
  readonly level: "A" | "B" | "C" | "none" | null;
  /** 物业服务履行 */
  readonly services: readonly {
    readonly what: string;
    readonly cycle: "day" | "week" | "halfMonth" | "month" | "quarter" | "halfYear" | "year";
    readonly lastOn: string | null;
    readonly late: boolean;
  }[];
  readonly demo: boolean;
};

/** 一个联防组织：成员、值班电话、共用器材、片区边界 */
export type JointGroup = {
  readonly id: string;
  readonly name: string;
  readonly leader: string;
  readonly phone: string;
  readonly rules: string | null;
  readonly shared: readonly {
    readonly what: string;
    readonly count: number | null;
    readonly place: string | null;
  }[];
  readonly lon: number | null;
  readonly lat: number | null;
  readonly outline: readonly (readonly [number, number])[];
  readonly members: readonly {
    readonly unit: string;
    readonly name: string;
    readonly contact: string;
    readonly isLead: boolean;
  }[];
  /** 离所问地点 */
  readonly metres: number | null;
};

/** 联防组织一个月的五项工作与互查 */
export type JointMonth = {
  readonly name: string;
  readonly month: string;
  readonly members: number;
  readonly tookPart: number;
  readonly kinds: readonly {
    readonly kind: "daily" | "publicity" | "upkeep" | "hazards" | "firefighting";
    readonly times: number;
    readonly participants: number;
    readonly found: number;
  }[];
  readonly crossChecked: readonly {
    readonly unit: string;
    readonly times: number;
  }[];
  readonly notChecked: readonly string[];
};

/** 一条履职规则；confirmed 为假的只作提示，不计入率 */
export type DutyRule = {
  readonly id: string;
  readonly title: string;
  readonly classes: readonly string[];
  readonly every: "day" | "week" | "halfMonth" | "month" | "quarter" | "halfYear" | "year";
  readonly shippedEvery: "day" | "week" | "halfMonth" | "month" | "quarter" | "halfYear" | "year";
  readonly evidence: readonly string[];
  readonly source: string;
  readonly confidence: string;
  /** 来源已读到原文或引文 */
  readonly seen: boolean;
  readonly confirmed: boolean;
  readonly off: boolean;
  readonly note: string | null;
};

/** 专项整治模板 */
export type CampaignTemplate = {
  readonly id: string;
  readonly title: string;
  readonly field: "threeKinds" | "highRise" | "electrical" | "hazmat" | "gas" | "mall" | "oldPlaces" | "urbanVillage" | "rental" | "illegalBuilding" | "keyIndustries" | "entertainment" | "industrial" | "other";
  readonly source: {
    readonly instrument: string;
    readonly clause: string;
    readonly validFrom: string | null;
  };
  readonly confidence: "seen-full" | "seen-quote" | "seen-secondary" | "seen-local" | "derived" | "memory" | "memory-low" | "unknown";
  /** 牵头部门，供选单位时参考 */
  readonly lead: string;
  readonly objects: {
    readonly ledger: "places.unit" | "places.building" | "key-places.urban-village" | "key-places.village-house" | "key-places.rental-house" | "key-places.old-place" | "key-places.large-mall";
    readonly where: Readonly<Record<string, string | number | boolean | readonly (string | number)[] | Readonly<Record<string, unknown>>>>;
  };
  readonly checklist: string | null;
  readonly measure: string | null;
  readonly days: number;
  readonly stages: readonly {
    readonly name: string;
    readonly share: number;
    readonly goal: string;
    readonly of: "checked" | "cleared" | null;
    readonly rate: number | null;
  }[];
  readonly targets: {
    readonly checked: number;
    readonly cleared: number;
  };
  readonly note?: string;
};

/** 一项专项整治 */
export type CampaignHead = {
  readonly id: string;
  readonly name: string;
  readonly field: "threeKinds" | "highRise" | "electrical" | "hazmat" | "gas" | "mall" | "oldPlaces" | "urbanVillage" | "rental" | "illegalBuilding" | "keyIndustries" | "entertainment" | "industrial" | "other";
  readonly fieldLabel: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly leadName: string | null;
  readonly state: "planned" | "running" | "finished" | "cancelled";
  readonly startsOn: string;
  readonly endsOn: string;
  readonly tally: CampaignTally;
};

/** 专项整治计数 */
export type CampaignTally = {
  /** 对象 */
  readonly objects: number;
  /** 不适用 */
  readonly notApplicable: number;
  /** 已排查 */
  readonly surveyed: number;
  /** 有未销号隐患的对象 */
  readonly found: number;
  /** 发现隐患 */
  readonly problems: number;
  /** 已销号隐患 */
  readonly rectified: number;
  /** 查过且没有未销号隐患的对象 */
  readonly cleared: number;
  /** 拆除 */
  readonly demolished: number;
  /** 搬迁 */
  readonly relocated: number;
};

/** 一项专项整治的全貌 */
export type CampaignDetail = {
  readonly id: string;
  readonly name: string;
  readonly field: "threeKinds" | "highRise" | "electrical" | "hazmat" | "gas" | "mall" | "oldPlaces" | "urbanVillage" | "rental" | "illegalBuilding" | "keyIndustries" | "entertainment" | "industrial" | "other";
  readonly fieldLabel: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly leadName: string | null;
  readonly state: "planned" | "running" | "finished" | "cancelled";
  readonly startsOn: string;
  readonly endsOn: string;
  readonly tally: CampaignTally;
  readonly ground: string;
  readonly source: "places.unit" | "places.building" | "key-places.urban-village" | "key-places.village-house" | "key-places.rental-house" | "key-places.old-place" | "key-places.large-mall";
  readonly sourceLabel: string;
  readonly checklist: string | null;
  /** 检查任务用的检查表；空：按单位类别取 */
  readonly checklistTitle: string | null;
  readonly finding: string | null;
  readonly checkedTarget: number | null;
  readonly clearedTarget: number | null;
  readonly stages: readonly CampaignStage[];
  /** 本人看得到的那部分辖区 */
  readonly seenArea: number;
  readonly seenAreaName: string | null;
  readonly effect: {
    readonly measure: string;
    readonly label: string;
    readonly unit: string;
    readonly before: number | null;
    readonly now: number | null;
  } | null;
  readonly can: readonly ("run" | "check")[];
};

export type CampaignStage = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly goal: string;
  readonly of: "checked" | "cleared" | null;
  readonly rate: number | null;
  readonly state: "ahead" | "now" | "reached" | "missed" | "over";
};

/** 一个辖区、行业或部门的进度 */
export type CampaignProgressLine = {
  /** 对象 */
  readonly objects: number;
  /** 不适用 */
  readonly notApplicable: number;
  /** 已排查 */
  readonly surveyed: number;
  /** 有未销号隐患的对象 */
  readonly found: number;
  /** 发现隐患 */
  readonly problems: number;
  /** 已销号隐患 */
  readonly rectified: number;
  /** 查过且没有未销号隐患的对象 */
  readonly cleared: number;
  /** 拆除 */
  readonly demolished: number;
  /** 搬迁 */
  readonly relocated: number;
  readonly key: string;
  readonly label: string;
};

/** 整治对象 */
export type KeyPlacesCampaignObject = LedgerRow & {
  /** 专项整治 */
  readonly campaign: string;
  /** 对象 */
  readonly name: string;
  /** 地址 */
  readonly address: string | null;
  /** 台账：places.unit 单位；places.building 建筑；key-places.urban-village 城中村；key-places.village-house 城中村房屋；key-places.rental-house 居住出租房；key-places.old-place 老旧场所；key-places.large-mall 大型商业综合体 */
  readonly source: "places.unit" | "places.building" | "key-places.urban-village" | "key-places.village-house" | "key-places.rental-house" | "key-places.old-place" | "key-places.large-mall";
  /** 对象编号 */
  readonly objectId: string;
  /** 单位 */
  readonly unit: string | null;
  /** 行业类别 */
  readonly industry: string | null;
  /** 行业主管 */
  readonly department: string | null;
  /** 进度：pending 待查；checked 已查；found 有隐患；cleared 已清零；notApplicable 不适用 */
  readonly status: "pending" | "checked" | "found" | "cleared" | "notApplicable";
  /** 检查日期 */
  readonly checkedOn: string | null;
  /** 检查人 */
  readonly checkedBy: string | null;
  /** 隐患（处） */
  readonly hazards: number | null;
  /** 未销号（处） */
  readonly openHazards: number | null;
  /** 处置：rectified 整改；demolished 拆除；relocated 搬迁；closed 停用 */
  readonly outcome: "rectified" | "demolished" | "relocated" | "closed" | null;
  /** 处置日期 */
  readonly outcomeOn: string | null;
  /** 检查任务 */
  readonly task: string | null;
  /** 说明 */
  readonly why: string | null;
  readonly [field: string]: unknown;
};

/** 重大活动消防安保 */
export type KeyPlacesEventSecurity = CaseRow & {
  /** 活动 */
  readonly name: string;
  /** 主办单位 */
  readonly organizer: string | null;
  /** 安保机构 */
  readonly lead: string;
  /** 开幕 */
  readonly opensOn: string;
  /** 闭幕 */
  readonly closesOn: string;
  /** 预计人数（人） */
  readonly people: number | null;
  /** 值守点位 */
  readonly posts: readonly {
    readonly post: string;
    readonly people: number | null;
    readonly chief: string | null;
    readonly hours: string | null;
  }[] | null;
  /** 车辆装备 */
  readonly vehicles: readonly {
    readonly vehicle: string;
    readonly place: string | null;
    readonly crew: number | null;
  }[] | null;
  /** 检查安排 */
  readonly checks: readonly {
    readonly on: string;
    readonly what: string;
    readonly by: string | null;
  }[] | null;
  /** 交接 */
  readonly handover: string | null;
  /** 方案文件 */
  readonly plan: readonly string[] | null;
  /** 清零确认日期 */
  readonly confirmedOn: string | null;
  /** 清零确认人 */
  readonly confirmedBy: string | null;
  /** 清零确认 */
  readonly confirmNote: string | null;
  /** 已查场馆（处） */
  readonly venuesChecked: number | null;
  /** 总结 */
  readonly summary: string | null;
  readonly [field: string]: unknown;
};

/** 一起火灾暴露的一个问题，与其整改 */
export type ExposedProblem = {
  readonly id: string;
  readonly what: string;
  readonly placeWords: string;
  readonly origin: "hazard" | "tasks" | "both";
  readonly dueOn: string;
  readonly similarDueOn: string | null;
  readonly hazard: string | null;
  readonly hazardNumber: string | null;
  readonly hazardState: string | null;
  readonly hazardOpen: boolean;
  readonly hazardDueAt: string | null;
  /** 同类单位派出检查 */
  readonly tasks: number;
  readonly tasksDone: number;
  readonly tasksLate: number;
  /** 同类单位查出隐患 */
  readonly found: number;
  readonly foundOpen: number;
  /** 未了的事：本处隐患、未完成检查、同类未销号隐患之和 */
  readonly left: number;
};

/** 一次调研摸底 */
export type SurveyHead = {
  readonly id: string;
  readonly name: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly leadName: string | null;
  readonly state: "running" | "settled" | "cancelled";
  readonly startsOn: string;
  readonly endsOn: string;
  /** 台账单位；排查中为此刻，已定底数为当日 */
  readonly register: number | null;
  readonly surveyed: number | null;
  /** 底数；排查中为空 */
  readonly items: number | null;
  readonly settledOn: string | null;
};

/** 底数走到哪一步：一处可同时在几步 */
export type SurveyChainTotals = {
  readonly items: number;
  readonly none: number;
  readonly listed: number;
  readonly enforced: number;
  readonly exposed: number;
  readonly open: number;
  readonly closed: number;
};

/** 一个辖区、行业或主管部门的排查覆盖 */
export type SurveyCoverageLine = {
  readonly key: string;
  readonly label: string;
  /** 台账单位 */
  readonly register: number;
  /** 期间有人去查过的 */
  readonly surveyed: number;
  /** 其中查出隐患的 */
  readonly troubled: number;
  /** 隐患 */
  readonly problems: number;
};

/** 一个下级辖区的隐患底数，按类型 */
export type SurveyInventoryLine = {
  readonly area: number;
  readonly name: string;
  readonly total: number;
  /** 问题类型 → 处 */
  readonly types: Readonly<Partial<Record<"evacuation" | "facilities" | "power" | "building" | "lane" | "management" | "lodging" | "other", number>>>;
};

/** 一处底数：摸底、督办、执法、曝光、销号 */
export type SurveyChainItem = {
  readonly hazard: string;
  readonly number: string;
  readonly what: string;
  readonly type: "evacuation" | "facilities" | "power" | "building" | "lane" | "management" | "lodging" | "other";
  readonly grade: string | null;
  readonly areaName: string | null;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly foundOn: string;
  readonly wasOpen: string;
  /** 现在的状态 */
  readonly state: string | null;
  readonly closedOn: string | null;
  readonly listing: {
    /** 台账 */
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly on: string | null;
  } | null;
  /** 执法：文书、处罚、查封、停业、断供，新的在前 */
  readonly acts: readonly {
    /** 台账 */
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly on: string | null;
  }[];
  readonly exposure: {
    /** 台账 */
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly on: string | null;
  } | null;
};

/** 一个机构的责任落实 */
export type ResponsibleOrgan = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly area: number;
  readonly areaName: string;
  readonly member: boolean;
  readonly posts: number;
  /** 没有职责的岗位 */
  readonly bare: number;
  readonly duties: number;
  /** 已过期的职责 */
  readonly expired: number;
  /** 权责清单公开日期 */
  readonly listedOn: string | null;
  readonly listExpired: boolean;
  readonly leaders: number;
  /** 今年有任务清单的领导岗位 */
  readonly planned: number;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
  readonly pledge: "none" | "open" | "late" | "signed";
};

/** 一个行业主管部门名下的单位 */
export type IndustryLine = {
  readonly organ: string;
  readonly name: string;
  readonly kind: string;
  /** 八个重点行业部门之一 */
  readonly key: boolean;
  readonly units: number;
  /** 未销号隐患 */
  readonly open: number;
  readonly overdue: number;
  readonly major: number;
  /** 近一年检查次数 */
  readonly visits: number;
  /** 近一年有培训记录的单位 */
  readonly trained: number;
  /** 近一年确认的火警 */
  readonly fires: number;
  /** 近一年指导督促次数 */
  readonly guided: number;
};

/** 公开的权力和责任清单 */
export type PublicPowerList = {
  readonly organ: string;
  readonly areaName: string;
  readonly title: string;
  readonly edition: number;
  readonly publishedOn: string;
  readonly validUntil: string | null;
  /** 被新版代替的日期；空为现行 */
  readonly endedOn: string | null;
  readonly items: readonly {
    readonly kind: string;
    readonly words: string;
    readonly ground: string;
    readonly post: string | null;
  }[];
};

/** 行业主管台：一类部门在一个辖区里的单位、指标、督促和任务 */
export type DepartmentConsole = {
  readonly kind: string;
  readonly label: string;
  readonly area: number;
  readonly areaName: string;
  /** 八个重点行业部门之一 */
  readonly key: boolean;
  readonly organs: readonly {
    readonly id: string;
    readonly name: string;
    readonly area: number;
    readonly duties: number;
  }[];
  /** 哪些单位归它，用规则的话说 */
  readonly falls: readonly string[];
  readonly figures: {
    readonly units: number;
    /** 未销号隐患 */
    readonly open: number;
    readonly overdue: number;
    readonly major: number;
    /** 近一年检查次数 */
    readonly visits: number;
    /** 近一年检查过的单位 */
    readonly checked: number;
    /** 近一年有培训记录的单位 */
    readonly trained: number;
    /** 近一年确认的火警 */
    readonly fires: number;
    /** 近一年被指导督促的单位 */
    readonly guided: number;
  };
  readonly indicators: readonly {
    readonly key: "hazardsOnTime" | "checked" | "trained" | "guided";
    readonly num: number;
    readonly den: number;
    readonly percent: number | null;
  }[];
  readonly areas: readonly {
    readonly area: number;
    readonly name: string;
    readonly units: number;
    readonly open: number;
    readonly overdue: number;
    readonly fires: number;
  }[];
  readonly urgings: readonly {
    readonly at: string;
    readonly kind: "guidance" | "hazard" | "duty";
    /** 对谁 */
    readonly who: string;
    readonly words: string;
    readonly by: string;
    readonly href: string;
    /** 空为不需答复 */
    readonly answered: boolean | null;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly title: string;
    readonly organ: string;
    readonly dueOn: string;
    readonly late: boolean;
  }[];
  readonly open: {
    readonly tasks: number;
    readonly yearTasks: number;
    readonly yearLate: number;
    readonly duties: number;
    readonly met: number;
    readonly overdue: number;
  };
  readonly licences: {
    readonly all: number;
    readonly unmatched: number;
    readonly rows: readonly {
      readonly id: string;
      readonly holder: string;
      readonly what: string;
      readonly areaName: string | null;
      readonly issuedOn: string | null;
    }[];
  };
};

/** 行业主管部门名下的一家单位 */
export type OverseenUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly area: number;
  readonly areaName: string | null;
  /** 主管部门简称 */
  readonly regulator: string | null;
  /** 所属集团 */
  readonly group: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly major: number;
  readonly lastVisitOn: string | null;
  readonly lastTrainingOn: string | null;
  readonly fires: number;
  /** 近一年指导督促次数 */
  readonly guided: number;
  /** 隐患被催办次数 */
  readonly urged: number;
};

/** 一个集团，含下级集团的成员单位 */
export type GroupLine = {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  readonly stateOwned: boolean;
  readonly supervisor: string | null;
  readonly depth: number;
  readonly units: number;
  /** 未销号隐患 */
  readonly open: number;
  readonly overdue: number;
  readonly major: number;
  /** 近一年检查次数 */
  readonly visits: number;
  /** 近一年有培训记录的单位 */
  readonly trained: number;
  /** 近一年确认的火警 */
  readonly fires: number;
  /** 近一年被指导督促的单位 */
  readonly guided: number;
  /** 上月应履职事项 */
  readonly owed: number;
  readonly met: number;
};

/** 还没有主管部门的单位，和为什么 */
export type UnplacedUnit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly areaName: string | null;
  readonly why: "notRun" | "none" | "conflict" | "noOrgan";
  readonly candidates: readonly {
    readonly rule: string;
    readonly industry: string;
    readonly organKind: string;
    readonly label: string;
  }[];
  /** 正在确定的那一件 */
  readonly determination: string | null;
};

/** 一个责任层面的完成情况 */
export type ResponsibilityLayer = {
  readonly key: "government" | "department" | "unit" | "foundation";
  /** 各项完成率的平均；没有应完成的项不计 */
  readonly percent: number | null;
  readonly parts: readonly {
    readonly key: "dutyLists" | "powerLists" | "yearTasks" | "pledges" | "rural" | "placed" | "unitDuties" | "hazardsOnTime" | "clauses";
    readonly num: number;
    readonly den: number;
    readonly percent: number | null;
    readonly href: string | null;
  }[];
  /** 逾期的应尽事项 */
  readonly overdue: number;
  /** 看哪些条款 */
  readonly clauses: readonly string[];
};

/** 一个机构的农村消防责任清单和由它立的任务 */
export type RuralBody = {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly publishedOn: string | null;
  /** 还没有公开的那一份 */
  readonly draft: string | null;
  readonly duties: readonly {
    readonly id: string;
    readonly words: string;
    readonly task: string | null;
    readonly taskState: string | null;
    readonly dueOn: string | null;
    readonly late: boolean;
  }[];
};

/** 政策包的一版 */
export type PolicyVersion = {
  readonly id: string;
  readonly area: number;
  readonly areaName: string;
  readonly pack: string;
  readonly number: number;
  readonly title: string;
  /** 草稿、待批准、已批准、施行、已被替换、已废止 */
  readonly state: "draft" | "checked" | "approved" | "inForce" | "superseded" | "withdrawn";
  readonly errors: number;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly note: string;
  readonly revision: number;
  readonly writtenByName: string;
  readonly writtenAt: string;
  readonly checkedByName: string | null;
  readonly checkedAt: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  readonly document: string | null;
  readonly documentName: string | null;
  readonly clauses: number;
  readonly demo: boolean;
};

/** 检查的结果：错误，以及在该地会产生什么 */
export type PolicyTrial = {
  readonly problems: readonly PolicyProblem[];
  readonly errors: number;
  readonly on: string;
  readonly city: string;
  readonly sum: {
    readonly clauses: number;
    readonly duties: number;
    /** 暂无事项的条款 */
    readonly waiting: number;
    readonly byLevel: Readonly<Record<string, number>>;
    readonly byBinding: Readonly<Record<string, number>>;
    readonly organs: number;
  } | null;
  readonly owed: readonly PolicyOwed[];
  /** 条款 → 所在行 */
  readonly lines: Readonly<Record<string, number>>;
};

/** 一处错误或提醒，含改法 */
export type PolicyProblem = {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
};

/** 一项会产生的应尽事项 */
export type PolicyOwed = {
  readonly clause: string;
  readonly line: number | null;
  readonly duty: string;
  readonly text: string;
  readonly binding: "measure" | "ledger" | "case" | "document" | "awaits";
  /** 指标、台账、办件或材料在政策包里的名字 */
  readonly from: string;
  /** 它的名称 */
  readonly label: string;
  /** 所看日子起下次应尽的日子；一直保持或期限已过为 null */
  readonly due: string | null;
  readonly rhythm: "every" | "by" | "steps" | "keep";
  readonly organs: number;
  /** 前几个机构 */
  readonly names: readonly string[];
};

/** 来自哪里，谁以它为据 */
export type PolicyLineage = {
  readonly above: readonly {
    readonly title: string;
    readonly number: string | null;
    readonly pack: string | null;
    /** 在本系统施行的一版；未收录为 null */
    readonly version: string | null;
    /** 上位文件在本版以后改版的日子：请核对 */
    readonly renewedOn: string | null;
    /** 据它的条款数 */
    readonly clauses: number;
  }[];
  readonly below: readonly {
    readonly version: string;
    readonly pack: string;
    readonly title: string;
    readonly clauses: number;
  }[];
};

/** 与另一版逐条对照 */
export type PolicyDiff = {
  readonly against: {
    readonly id: string;
    readonly number: number;
  } | null;
  readonly head: readonly {
    /** 栏，如 duties.a.target */
    readonly field: string;
    /** 栏的名称 */
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly same: number;
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: "added" | "removed" | "changed";
    readonly changes: readonly {
      /** 栏，如 duties.a.target */
      readonly field: string;
      /** 栏的名称 */
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }[];
  }[];
};

/** 生效以前看会怎样 */
export type PolicyEffect = {
  readonly on: string;
  readonly city: string;
  /** 被替换的一版，到哪天为止 */
  readonly against: {
    readonly id: string;
    readonly number: number;
    readonly until: string;
  } | null;
  /** 为什么那天不能生效 */
  readonly refused: string | null;
  readonly duties: readonly {
    readonly id: string;
    readonly text: string;
    readonly kind: "added" | "removed" | "changed";
    readonly organs: number;
  }[];
  /** 新增事项的机构，多的在前，至多 50 */
  readonly gaining: readonly {
    readonly organ: string;
    readonly name: string;
    readonly duties: number;
  }[];
  readonly gainingCount: number;
  readonly losing: number;
};

/** 任务分解表的一行 */
export type TaskTableRow = {
  /** 文件中的行 */
  readonly row: number;
  readonly title: string;
  readonly content: string | null;
  readonly section: string | null;
  /** 牵头机构；各县（市、区）政府之类展开为每一个 */
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly dueOn: string | null;
  /** 表中的时限 */
  readonly due: string;
  readonly output: string | null;
  readonly owner: string | null;
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
  }[];
  readonly notes: readonly {
    readonly code: string;
    readonly message: string;
  }[];
};

/** 一条已推荐的经验做法；各地都能看、都能采用 */
export type PracticeShown = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly topicLabel: string;
  readonly originLabel: string;
  readonly organ: string;
  readonly summary: string;
  readonly effect: string | null;
  readonly fits: string | null;
  readonly recommendedOn: string | null;
  readonly adoptions: number;
  readonly adoptedHere: boolean;
};

/** 条款落实：条款 × 地区、部门或体系 */
export type PolicyBoard = {
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
    readonly number: string | null;
    readonly issuer: string;
    readonly version: number;
    readonly from: string;
    /** 施行于哪个辖区 */
    readonly area: number;
  }[];
  readonly pack: string | null;
  readonly period: {
    /** 2026、2026-H1、2026-Q1、2026-03 */
    readonly key: string;
    readonly from: string;
    readonly to: string;
    /** 该年已冻结，不再变化 */
    readonly frozen: boolean;
  };
  /** 可选的期间，新的在前 */
  readonly periods: readonly {
    /** 2026、2026-H1、2026-Q1、2026-03 */
    readonly key: string;
    readonly from: string;
    readonly to: string;
    /** 该年已冻结，不再变化 */
    readonly frozen: boolean;
  }[];
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly area: number | null;
  }[];
  /** 可选的牵头单位 */
  readonly leads: readonly {
    readonly id: string;
    readonly name: string;
  }[];
  readonly totals: StandingCounts;
  /** 30 天内将转红 */
  readonly redAhead: number;
  readonly changedToday: number;
  readonly computedAt: string | null;
  readonly groups: readonly {
    readonly key: string;
    readonly label: string;
    readonly totals: StandingCounts;
    readonly rows: readonly {
      readonly clause: string;
      /** 条款内的职责；只待其他能力的条款为 null */
      readonly duty: string | null;
      readonly title: string;
      /** 要求 */
      readonly text: string;
      readonly unit: string;
      readonly decimals: number;
      readonly better: "higher" | "lower";
      readonly target: DutyTarget | null;
      /** 第一牵头单位 */
      readonly lead: string | null;
      readonly subsystem: string | null;
      readonly awaits: {
        readonly capability: string;
        readonly why: string;
      } | null;
      readonly cells: readonly BoardCell[];
      /** 本辖区近 12 个月，旧的在前 */
      readonly trend: readonly (number | null)[];
      readonly worst: StandingStatus | null;
    }[];
  }[];
  /** 条款总数 */
  readonly clauses: number;
  /** 列出的条款数 */
  readonly shown: number;
  readonly may: {
    readonly urge: boolean;
  };
};

/** 各状态的项数；未开始与不适用不计入应办 */
export type StandingCounts = {
  /** 应办 */
  readonly owed: number;
  readonly met: number;
  readonly atRisk: number;
  readonly open: number;
  readonly overdue: number;
  readonly noData: number;
  readonly waived: number;
};

/** 目标：比较方式与数值 */
export type DutyTarget = {
  readonly is: "atLeast" | "atMost" | "below" | "above" | "equal";
  /** 尚未设定或随辖区而不同为 null */
  readonly value: number | null;
  readonly kind: "number" | "baseline" | "configured" | "by";
  readonly unit: string;
};

/** 一格：状态与数值；合成的一格取最差的状态 */
export type BoardCell = {
  readonly column: string;
  /** 落实情况；由几项合成时为 null，点开看条款 */
  readonly id: string | null;
  readonly status: StandingStatus;
  readonly value: number | null;
  /** computed 平台自取；hand 手工填报；none 尚无 */
  readonly evidence: "computed" | "hand" | "none";
  readonly dueOn: string | null;
  /** 逾期的天数；未到期为负，即还有几天 */
  readonly days: number | null;
  /** 几项合成 */
  readonly of: number;
  /** 其中逾期几项 */
  readonly red: number;
  /** 按部门看时：牵头或配合 */
  readonly role: "lead" | "support" | null;
};

/** 达标、临期、未到期、逾期、无数据、免除、未开始、不适用 */
export type StandingStatus = "met" | "at-risk" | "open" | "overdue" | "no-data" | "waived" | "not-due" | "not-applicable";

/** 到期日历 */
export type DutyCalendar = {
  readonly from: string;
  readonly to: string;
  readonly days: readonly {
    readonly on: string;
    readonly counts: StandingCounts;
    readonly items: readonly {
      readonly pack: string;
      readonly clause: string;
      readonly duty: string;
      readonly text: string;
      readonly counts: StandingCounts;
      readonly worst: StandingStatus;
      /** 最差的在前，至多 8 项 */
      readonly standings: readonly StandingLine[];
    }[];
  }[];
};

/** 一项职责在一个辖区、一个期间的落实情况 */
export type StandingLine = {
  readonly id: string;
  readonly pack: string;
  readonly clause: string;
  readonly duty: string;
  readonly text: string;
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  readonly organ: {
    readonly id: string;
    readonly name: string;
  } | null;
  readonly period: string;
  readonly status: StandingStatus;
  readonly value: number | null;
  readonly num: number | null;
  readonly den: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly target: number | null;
  /** computed 平台自取；hand 手工填报；none 尚无 */
  readonly evidence: "computed" | "hand" | "none";
  readonly dueOn: string;
  /** 逾期的天数；未到期为负 */
  readonly days: number;
  /** 转为现在状态的日子 */
  readonly turnedOn: string | null;
};

/** 30 天内将转红：推测，不是事实 */
export type RedAhead = {
  readonly until: string;
  readonly count: number;
  readonly items: readonly {
    readonly id: string;
    readonly pack: string;
    readonly clause: string;
    readonly duty: string;
    readonly text: string;
    readonly area: {
      readonly key: number;
      readonly name: string;
    };
    readonly organ: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly period: string;
    readonly status: StandingStatus;
    readonly value: number | null;
    readonly num: number | null;
    readonly den: number | null;
    readonly unit: string;
    readonly decimals: number;
    readonly target: number | null;
    /** computed 平台自取；hand 手工填报；none 尚无 */
    readonly evidence: "computed" | "hand" | "none";
    readonly dueOn: string;
    /** 逾期的天数；未到期为负 */
    readonly days: number;
    /** 转为现在状态的日子 */
    readonly turnedOn: string | null;
    /** deadline 到期仍未完成；trend 数值按近几月的走势将越过目标 */
    readonly reason: "deadline" | "trend";
    /** 推测转红的日子 */
    readonly redOn: string;
    /** 届时的推测值 */
    readonly forecast: number | null;
    /** 每月变化，按近六个月直线推算 */
    readonly perMonth: number | null;
  }[];
};

/** 一条条款：怎样执行、各地现状、来历与版本 */
export type PolicyClause = {
  readonly pack: {
    readonly id: string;
    readonly title: string;
    readonly number: string | null;
    readonly issuer: string;
    readonly version: number;
    readonly from: string;
    /** 施行于哪个辖区 */
    readonly area: number;
  };
  readonly id: string;
  readonly section: string;
  readonly part: string | null;
  readonly title: string;
  readonly says: string;
  readonly kind: string;
  readonly subsystem: string | null;
  readonly capability: string;
  readonly stage: string | null;
  /** 牵头，文件里的顺序，第一个牵头 */
  readonly leads: readonly {
    readonly id: string;
    readonly name: string;
  }[];
  readonly supports: readonly {
    readonly id: string;
    readonly name: string;
  }[];
  readonly awaits: {
    readonly capability: string;
    readonly why: string;
  } | null;
  /** 来自哪里 */
  readonly follows: readonly {
    readonly level: string;
    readonly title: string;
    readonly clause: string | null;
    readonly here: boolean;
  }[];
  readonly counts: StandingCounts;
  readonly duties: readonly {
    readonly key: string;
    readonly text: string;
    readonly binding: {
      readonly kind: "measure" | "ledger" | "case" | "document" | "awaits";
      /** 指标、台账或事项的名称；document 为材料名 */
      readonly name: string;
      readonly label: string;
      /** 台账的路径 */
      readonly path: string | null;
      /** awaits：由哪项能力带来 */
      readonly capability: string | null;
    };
    readonly rhythm: {
      readonly kind: "every" | "by" | "steps" | "keep";
      readonly every: "month" | "quarter" | "half-year" | "year" | null;
      readonly within: string | null;
      readonly by: string | null;
      readonly thenKeep: boolean;
      readonly steps: readonly {
        readonly by: string;
        readonly target: number;
      }[];
      readonly workdays: boolean;
    };
    readonly who: {
      readonly level: string | null;
      readonly organ: string;
      readonly count: number;
    };
    readonly counts: "own" | "subtree";
    readonly target: DutyTarget | null;
    /** 最近一次没能判定，请联系系统管理员 */
    readonly unjudged: boolean;
    /** 由主管部门定的目标已经设定；否则为建议值 */
    readonly targetSet: boolean;
    readonly maySetTarget: boolean;
    readonly warn: {
      readonly gap: number | null;
      readonly days: number | null;
    };
    readonly after: readonly {
      readonly days: number;
      readonly do: "urge" | "report" | "interview";
    }[];
    readonly weight: number | null;
    readonly basis: string;
    /** 本辖区合计 */
    readonly whole: {
      readonly value: number | null;
      readonly num: number | null;
      readonly den: number | null;
      readonly area: {
        readonly key: number;
        readonly name: string;
      };
    } | null;
    readonly standings: readonly StandingLine[];
  }[];
  readonly versions: readonly {
    readonly version: number;
    readonly from: string;
    readonly to: string | null;
    readonly note: string;
    readonly approvedBy: string | null;
    readonly approvedOn: string | null;
    readonly inForce: boolean;
  }[];
  readonly frozenYears: readonly number[];
};

/** 落实情况的清单：与条款落实的数字一致 */
export type Standings = {
  readonly count: number;
  /** 最差的在前，一页至多 100 项 */
  readonly items: readonly StandingLine[];
  /** 下一页的 skip */
  readonly next: number | null;
};

/** 一格的全部：数值、趋势、记录、处理与责任人 */
export type Standing = {
  readonly id: string;
  readonly pack: string;
  readonly clause: string;
  readonly duty: string;
  readonly text: string;
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  readonly organ: {
    readonly id: string;
    readonly name: string;
  } | null;
  readonly period: string;
  readonly status: StandingStatus;
  readonly value: number | null;
  readonly num: number | null;
  readonly den: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly target: number | null;
  /** computed 平台自取；hand 手工填报；none 尚无 */
  readonly evidence: "computed" | "hand" | "none";
  readonly dueOn: string;
  /** 逾期的天数；未到期为负 */
  readonly days: number;
  /** 转为现在状态的日子 */
  readonly turnedOn: string | null;
  /** 条款的标题 */
  readonly title: string;
  readonly says: string;
  readonly section: string;
  readonly packTitle: string;
  readonly from: string;
  readonly to: string;
  readonly targetShown: DutyTarget | null;
  readonly frozen: boolean;
  /** 离目标还差几个（分母 − 分子，或目标 − 数值） */
  readonly missing: number | null;
  readonly binding: {
    readonly kind: "measure" | "ledger" | "case" | "document" | "awaits";
    /** 指标、台账或事项的名称；document 为材料名 */
    readonly name: string;
    readonly label: string;
    /** 台账的路径 */
    readonly path: string | null;
    /** awaits：由哪项能力带来 */
    readonly capability: string | null;
  };
  /** 近 12 个月；whole 为上级辖区 */
  readonly trend: readonly {
    readonly month: string;
    readonly value: number | null;
    readonly whole: number | null;
  }[];
  readonly whole: {
    readonly key: number;
    readonly name: string;
  } | null;
  /** 推测 */
  readonly forecast: {
    readonly redOn: string;
    readonly value: number;
    readonly perMonth: number;
  } | null;
  /** 拖累数值的记录 */
  readonly rows: {
    readonly ledger: string;
    readonly label: string;
    /** 台账的路径 */
    readonly path: string;
    /** GET /measures/{measure}/rows 用的名称 */
    readonly measure: string;
    readonly part: "all" | "spoil";
    /** 台账的条件，列出这些记录；说不出为 null */
    readonly where: Readonly<Record<string, unknown>> | null;
    readonly count: number;
    readonly groups: readonly {
      readonly area: {
        readonly key: number;
        readonly name: string;
      };
      readonly count: number;
      /** 按分类，多的在前 */
      readonly what: readonly {
        readonly label: string;
        readonly count: number;
      }[];
      readonly oldestDays: number | null;
    }[];
  } | null;
  /** 新的在前 */
  readonly dealings: readonly StandingDealing[];
  readonly evidences: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly on: string;
    readonly note: string;
    readonly files: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly by: string;
    readonly organ: string | null;
    readonly at: string;
    /** 已被后一次填报更正 */
    readonly corrected: boolean;
  }[];
  readonly waivers: readonly {
    readonly id: string;
    readonly state: "applied" | "approved" | "refused" | "ended";
    readonly reason: string;
    /** 所申请的期间的第一天 */
    readonly from: string;
    readonly until: string;
    readonly appliedBy: string;
    readonly appliedAt: string;
    readonly decidedBy: string | null;
    readonly decidedAt: string | null;
    readonly decision: string | null;
  }[];
  readonly owes: {
    readonly organ: {
      readonly id: string;
      readonly name: string;
    } | null;
    /** 应负责的岗位：主要或分管负责人 */
    readonly post: string | null;
    readonly person: {
      readonly id: string;
      readonly name: string;
      readonly post: string;
    } | null;
    readonly lead: {
      readonly id: string;
      readonly name: string;
    } | null;
    readonly supports: readonly {
      readonly id: string;
      readonly name: string;
    }[];
    readonly urged: number;
    readonly lastUrgedOn: string | null;
  };
  readonly may: {
    readonly urge: boolean;
    readonly answer: boolean;
    readonly evidence: boolean;
    readonly waive: boolean;
    readonly decide: boolean;
  };
};

/** 处理记录 */
export type StandingDealing = {
  readonly at: string;
  readonly kind: "turned" | "urged" | "received" | "answered" | "evidence" | "waive-applied" | "waived" | "waive-refused" | "reported" | "interview";
  /** 人；系统自动办理为 null */
  readonly by: string | null;
  readonly organ: string | null;
  readonly text: string;
  /** turned：转为什么状态 */
  readonly status: StandingStatus | null;
  readonly value: number | null;
  /** 催办、填报或免除的编号 */
  readonly id: string | null;
};

/** 行动进展：按文件自己的分组、阶段和年度看 */
export type PackProgress = {
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly pack: {
    readonly id: string;
    readonly title: string;
    readonly number: string | null;
    readonly issuer: string;
    readonly version: number;
    readonly from: string;
    readonly to: string | null;
    readonly ended: boolean;
  } | null;
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  readonly years: readonly number[];
  readonly whole: GroupProgress;
  readonly tasks: {
    readonly total: number;
    readonly done: number;
    readonly overdue: number;
  };
  readonly stages: readonly {
    readonly key: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly when: "past" | "now" | "ahead";
    readonly group: ProgressGroup;
  }[];
  readonly groupings: readonly ProgressGrouping[];
  readonly keyTasks: readonly {
    readonly year: number;
    readonly total: number;
    readonly done: number;
    readonly carriedIn: number;
    readonly carriedOut: number;
    readonly tasks: readonly {
      readonly id: string;
      readonly title: string;
      readonly organ: string;
      readonly state: string;
      readonly stateLabel: string;
      readonly stage: string | null;
      readonly target: string | null;
      /** 最早列入的年度 */
      readonly since: number;
    }[];
  }[];
  /** 据本文件建的行动 */
  readonly record: {
    readonly id: string;
    readonly name: string;
    readonly chief: string | null;
    readonly lacking: string | null;
  } | null;
  readonly may: {
    readonly record: boolean;
    readonly carry: boolean;
  };
};

/** 一组条款的落实进度 */
export type GroupProgress = {
  readonly owed: number;
  readonly met: number;
  readonly overdue: number;
  readonly waived: number;
  /** 达标占应办（不含免除）的百分数；没有应办为 null */
  readonly percent: number | null;
};

export type ProgressGroup = {
  readonly key: string;
  readonly name: string;
  readonly target: string | null;
  readonly progress: GroupProgress;
  readonly years: readonly {
    readonly year: number;
    readonly progress: GroupProgress;
    readonly tasks: {
      readonly total: number;
      readonly done: number;
      readonly overdue: number;
    };
  }[];
  readonly tasks: {
    readonly total: number;
    readonly done: number;
    readonly overdue: number;
  };
  readonly indicators: readonly {
    readonly clause: string;
    readonly text: string;
    readonly value: number | null;
    readonly unit: string;
    readonly decimals: number;
    readonly target: number | null;
    readonly is: string;
    /** 应办的有几家达标；数值是本辖区合计 */
    readonly progress: GroupProgress;
  }[];
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly progress: GroupProgress;
    readonly tasks: {
      readonly total: number;
      readonly done: number;
      readonly overdue: number;
    };
  }[];
};

/** 一种分组：主线、任务组、目标维度或到期清单 */
export type ProgressGrouping = {
  readonly key: string;
  readonly name: string;
  readonly kind: "groups" | "goals" | "milestone";
  readonly clause: string | null;
  readonly by: string | null;
  /** 离期限还有几天；已过为负 */
  readonly days: number | null;
  /** 就绪度，各项的平均；只有到期清单有 */
  readonly readiness: number | null;
  readonly groups: readonly ProgressGroup[];
};

/** 一个收文单位的签收与分解 */
export type ReceiptLine = {
  readonly id: string;
  readonly organ: string;
  readonly area: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly closed: boolean;
  readonly late: boolean;
  readonly owner: string | null;
  readonly receivedOn: string | null;
  readonly assignedOn: string | null;
  readonly tasks: number;
};

/** 配套措施：条款 × 地区 */
export type SupportingMeasures = {
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
  }[];
  readonly pack: string | null;
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  /** 本级与下级辖区 */
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
  }[];
  readonly clauses: readonly {
    readonly id: string;
    readonly title: string;
    readonly part: string;
    readonly lead: string | null;
    readonly count: number;
    /** 各列有几项 */
    readonly cells: readonly number[];
    /** 最近几项 */
    readonly measures: readonly {
      readonly id: string;
      readonly title: string;
      readonly organ: string;
      readonly kindLabel: string;
      readonly from: string;
    }[];
  }[];
  /** 一项配套措施都没有的条款 */
  readonly bare: number;
  readonly may: {
    readonly write: boolean;
  };
};

/** 共性问题分析 */
export type CommonProblems = {
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  readonly from: string;
  readonly to: string;
  /** 期间销号的隐患 */
  readonly closed: number;
  readonly causes: readonly {
    readonly cause: "duty" | "upkeep" | "building" | "energy" | "people" | "funds" | "other";
    readonly label: string;
    readonly count: number;
    readonly clusters: number;
  }[];
  readonly clusters: readonly ProblemCluster[];
  readonly may: {
    readonly settle: boolean;
    readonly find: boolean;
  };
};

/** 一类共性问题 */
export type ProblemCluster = {
  /** 问题代号：检查项 */
  readonly key: string;
  readonly label: string;
  readonly cause: "duty" | "upkeep" | "building" | "energy" | "people" | "funds" | "other";
  /** 消安办已归类；否则由字面推断 */
  readonly settled: boolean;
  readonly why: string | null;
  readonly count: number;
  /** 涉及的乡镇街道 */
  readonly areas: number;
  /** 曾出现过的 */
  readonly repeated: number;
  readonly meanDays: number | null;
  readonly finding: {
    readonly id: string;
    readonly title: string;
    readonly measures: number;
  } | null;
  readonly documents: number;
  readonly practices: number;
};

/** 一份举措模板，下级各地都能看、都能用 */
export type MeasureTemplateShown = {
  readonly id: string;
  readonly title: string;
  readonly areaTypeLabel: string;
  readonly industryLabel: string;
  readonly problem: string;
  readonly clause: string | null;
  readonly support: string | null;
  readonly organ: string;
  readonly variants: readonly {
    readonly name: string;
    readonly content: string;
    readonly fits: string | null;
  }[];
  readonly uses: number;
  readonly effective: number;
  /** 辖区内的采用，新的在前 */
  readonly here: readonly {
    readonly id: string;
    readonly variant: string;
    readonly organ: string;
    readonly scope: string;
    readonly from: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly effect: string;
    readonly effectLabel: string;
  }[];
};

/** 各地成效、评估与已采纳的改动 */
export type EffectShown = {
  readonly packs: readonly {
    readonly id: string;
    readonly title: string;
  }[];
  readonly pack: string | null;
  readonly area: {
    readonly key: number;
    readonly name: string;
  };
  readonly places: readonly {
    readonly area: {
      readonly key: number;
      readonly name: string;
    };
    readonly now: {
      readonly owed: number;
      readonly met: number;
      readonly overdue: number;
      readonly percent: number | null;
      readonly tasksTotal: number;
      readonly tasksDone: number;
    };
    readonly review: {
      readonly id: string;
      readonly on: string;
      readonly grade: "good" | "fair" | "weak";
      readonly gradeLabel: string;
      readonly percent: number | null;
      readonly conclusion: string;
    } | null;
    /** 据其评估提出、待审定的建议 */
    readonly proposals: number;
  }[];
  /** 已采纳的改动，按对象和版本 */
  readonly changes: readonly {
    readonly id: string;
    readonly kindLabel: string;
    readonly subject: string;
    readonly version: number;
    readonly title: string;
    readonly shouldBe: string;
    readonly reason: string;
    readonly decidedOn: string | null;
    readonly effectiveOn: string | null;
  }[];
  readonly may: {
    readonly review: boolean;
    readonly propose: boolean;
  };
};

/** 一个消安委：机构、会议应开与已开、下次会议、会议任务 */
export type CommitteeShown = {
  readonly id: string;
  readonly name: string;
  readonly level: "city" | "county" | "town";
  readonly area: number;
  readonly areaName: string;
  readonly chair: string | null;
  readonly chairPost: string | null;
  readonly members: number;
  readonly complete: boolean;
  readonly lacking: string | null;
  /** 政府常务会议：本年各期 */
  readonly executive: readonly {
    readonly key: string;
    readonly from: string;
    readonly to: string;
    readonly held: number;
    readonly state: "met" | "due" | "missed" | "ahead";
    readonly daysLeft: number;
  }[];
  readonly plenary: {
    readonly owed: number | null;
    readonly held: number;
  };
  readonly consultation: {
    readonly everyDays: number | null;
    readonly lastOn: string | null;
    readonly late: boolean;
  };
  readonly next: {
    readonly id: string;
    readonly title: string;
    readonly beginsAt: string;
    readonly state: string;
  } | null;
  /** 纪要还没有签发的会议 */
  readonly minutes: {
    readonly id: string;
    readonly title: string;
    readonly beginsAt: string;
    readonly state: string;
  } | null;
  readonly openTasks: number;
  readonly overdueTasks: number;
  readonly acts: boolean;
};

/** 一次会议：议程、到会、纪要、议定事项和为什么还不能签发 */
export type MeetingPage = {
  readonly meeting: {
    readonly id: string;
    readonly version: number;
    readonly number: string;
    readonly title: string;
    readonly kind: "executive" | "office" | "plenary" | "consultation" | "joint" | "special" | "working";
    readonly kindLabel: string;
    readonly theme: "general" | "rural" | "hazard" | "season" | "industry" | "service" | "programme";
    readonly themeLabel: string;
    readonly state: string;
    readonly stateLabel: string;
    readonly area: number;
    readonly committee: string | null;
    readonly committeeName: string | null;
    readonly organName: string | null;
    readonly openedAt: string;
    readonly beginsAt: string;
    readonly place: string | null;
    readonly presider: string | null;
    readonly recorder: string | null;
    readonly noticedOn: string | null;
    readonly heldOn: string | null;
    readonly minutesDueOn: string | null;
    readonly issuedOn: string | null;
    readonly issuedBy: string | null;
    readonly minutesNumber: string | null;
    readonly frozenAt: string | null;
    /** 会上所见的快照校验值（SM3）；没有用数据为空 */
    readonly sm3: string | null;
  };
  readonly attendance: {
    readonly expected: number;
    readonly present: number;
    readonly deputed: number;
    readonly leave: number;
    readonly absent: number;
    readonly unknown: number;
  };
  readonly attendees: readonly {
    readonly id: string;
    readonly organ: string;
    readonly organName: string;
    readonly name: string;
    readonly post: string | null;
    readonly kind: "member" | "invited";
    readonly presence: "unknown" | "present" | "deputed" | "leave" | "absent";
    readonly deputy: string | null;
    readonly reason: string | null;
    /** 会议通知的回执；没有发过为空 */
    readonly notice: {
      readonly receivedAt: string | null;
      readonly answeredAt: string | null;
      readonly answer: string | null;
    } | null;
  }[];
  readonly agendas: readonly {
    readonly id: string;
    readonly version: number;
    readonly ord: number;
    readonly title: string;
    readonly kind: "report" | "deliberate" | "interview" | "request" | "inform";
    readonly kindLabel: string;
    readonly presenterOrgan: string | null;
    readonly presenterOrganName: string | null;
    readonly presenter: string | null;
    readonly minutesLong: number | null;
    readonly clause: string | null;
    readonly materials: readonly string[];
    readonly shows: readonly {
      readonly measure: string;
      readonly area: number;
    }[];
    readonly seen: readonly {
      readonly label: string;
      readonly area: string;
      readonly value: string;
      readonly words: string;
    }[];
    readonly seenAt: string | null;
    readonly text: string;
    readonly savedAt: string | null;
    readonly setAside: readonly string[];
    /** 像是交办、还没有成任务的句子 */
    readonly hints: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly lacks: readonly ("organ" | "day")[];
    }[];
  }[];
  readonly resolutions: readonly {
    readonly id: string;
    readonly agenda: string;
    readonly kind: "task" | "decision";
    /** 本议题内的序号，任务与决定各自编号 */
    readonly no: number;
    readonly title: string;
    readonly words: string;
    readonly start: number;
    readonly end: number;
    readonly spread: "one" | "counties" | "towns" | "members";
    readonly organ: string | null;
    readonly organName: string;
    readonly supports: readonly {
      readonly organ: string;
      readonly name: string;
    }[];
    readonly owner: string | null;
    readonly dueOn: string | null;
    readonly clause: string | null;
    readonly lacks: readonly ("organ" | "owner" | "day" | "late")[];
    readonly cosign: {
      readonly asked: number;
      readonly granted: number;
      readonly refused: number;
    };
    readonly tasks: readonly {
      readonly id: string;
      readonly number: string;
      readonly organ: string;
      readonly state: string;
      readonly stateLabel: string;
      readonly closed: boolean;
    }[];
  }[];
  /** 纪要为什么还不能签发；空为可以签发 */
  readonly heldBack: readonly {
    readonly kind: "tasks" | "sentences" | "silent" | "refused";
    readonly n: number;
    readonly lacks: readonly ("organ" | "owner" | "day" | "late")[];
    readonly agendas: readonly string[];
    readonly organs: readonly string[];
  }[];
  /** 请了会签、对现在的文字和期限还没有答复的单位 */
  readonly silent: readonly string[];
  readonly owed: {
    readonly perYear: number | null;
    readonly held: number;
  };
  /** 以前会议交办、还没有办结的任务 */
  readonly openBefore: number;
  /** 本单位可代表召集单位办理 */
  readonly acts: boolean;
};

/** 一格：完整度与新鲜度 */
export type RegisterCell = {
  /** 一个乡镇的一册；汇总行为 null */
  readonly id: string | null;
  readonly register: string;
  readonly rows: number;
  readonly expected: number | null;
  readonly missing: number | null;
  readonly incomplete: number;
  /** %；没有内容也不要求有，为 null */
  readonly completeness: number | null;
  /** 汇总行取最早的一个 */
  readonly lastConfirmedOn: string | null;
  readonly daysSince: number | null;
  readonly freshness: "fresh" | "soon" | "stale" | "never";
  /** 超期或从未确认的册数 */
  readonly stale: number;
  readonly towns: number;
  readonly accuracy: number | null;
};

/** 接入的基层平台；密钥只在登记或更换时给出一次 */
export type ConnectedPlatform = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: "city" | "grassroots" | "security" | "community" | "other";
  readonly area: number;
  readonly areaName: string;
  readonly scopes: readonly ("events" | "feedback" | "warnings" | "embed" | "problems")[];
  readonly webhookUrl: string | null;
  readonly allowPrivate: boolean;
  readonly origin: string | null;
  readonly perMinute: number;
  readonly state: "pending" | "active" | "revoked";
  readonly secretMadeAt: string;
  readonly createdAt: string;
  readonly approvedAt: string | null;
  readonly revokedAt: string | null;
  readonly lastInAt: string | null;
  readonly refused: number;
  readonly lastRefusal: string | null;
  readonly lastRefusedAt: string | null;
  readonly version: number;
  readonly events: number;
  readonly openEvents: number;
  readonly delivered: number;
  readonly pending: number;
  readonly dead: number;
  readonly sessions: number;
};

/** 一个街镇一类力量的对标情况 */
export type StandardCell = {
  readonly force: "office" | "station" | "village" | "microStation";
  readonly bodies: number;
  /** 条目达标率 %，各组织平均；没有组织为 null */
  readonly met: number | null;
  /** 已自评的组织 */
  readonly rated: number;
  /** 已核实的组织 */
  readonly verified: number;
};

/** 一个街镇上一整期对一项运行规程的偏差 */
export type WorkflowDeviation = {
  readonly kind: "patrol" | "hazard" | "notice" | "drill" | "report";
  readonly workflow: string;
  readonly from: string;
  readonly to: string;
  readonly state: "kept" | "deviates" | "none";
  readonly value: number | null;
  readonly target: number;
  readonly unit: "%" | "次";
};

/** 规范的一条与实际 */
export type StandardItem = {
  readonly section: "duties" | "people" | "facilities" | "operation" | "support" | "assessment";
  readonly what: string;
  /** 平台核对的栏目名 */
  readonly field: string | null;
  readonly least: number | null;
  /** seen 平台自己核对，rated 人评，open 还没有人评 */
  readonly by: "seen" | "rated" | "open";
  readonly met: boolean | null;
  readonly actual: string | number | boolean | null;
  readonly self: "met" | "partly" | "not" | null;
  readonly verified: "met" | "partly" | "not" | null;
  readonly words: string | null;
};

/** 一段时间内销号隐患数与平均整改天数 */
export type PracticeWindow = {
  readonly cleared: number | null;
  readonly days: number | null;
};

/** 一个村社近期的工作 */
export type VillageLine = {
  readonly area: number;
  readonly name: string;
  readonly town: string;
  readonly patrols: number;
  readonly checks: number;
  /** 签收的通知 */
  readonly notices: number;
  readonly unread: number;
  readonly trainings: number;
  /** 辖内单位自查 */
  readonly unitChecks: number;
  readonly lastOn: string | null;
  readonly active: boolean;
};

/** 登记后的等级与去向 */
export type RiskTaken = {
  readonly id: string;
  readonly score: number;
  readonly grade: "red" | "orange" | "yellow" | "blue";
  readonly route: "hazard" | "watch" | "note";
  readonly earlier: string | null;
  readonly hazard: string | null;
};

/** 一件的回执 */
export type PatrolReceipt = {
  /** 哪一件 */
  readonly id: string;
  /** 与监督检查的回执同义；巡查不会有 conflict */
  readonly result: "accepted" | "had" | "conflict" | "refused" | "later";
  /** 回执号 */
  readonly receipt: string | null;
  readonly code: string | null;
  /** 不收的原因，或收下时要知道的话 */
  readonly message: string | null;
};

/** 网格员一天的巡查资料 */
export type PatrolDay = {
  readonly day: string;
  /** 不在网格员名册中为 null */
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly areaName: string | null;
    readonly grids: readonly {
      readonly name: string;
      readonly households: number | null;
    }[];
    readonly planned: number | null;
    readonly done: number;
    readonly lastPatrolOn: string | null;
  } | null;
  readonly last: readonly {
    readonly id: string;
    readonly patrolledOn: string;
    readonly route: string;
    readonly objects: number;
    readonly problems: number;
  }[];
  /** 上几次巡查到过的点，供勾选 */
  readonly places: readonly string[];
  readonly factors: Readonly<Record<string, string>>;
  readonly placeKinds: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
  /** 每个风险因素的分值，手机上先算一遍 */
  readonly points: Readonly<Record<string, number>>;
  readonly grades: {
    readonly red: number;
    readonly orange: number;
    readonly yellow: number;
  };
};

/** 一项年度考核 */
export type AssessmentYearLine = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly level: "county" | "town";
  readonly areaName: string;
  readonly state: "pledging" | "tracking" | "sampling" | "frozen" | "appealing" | "approving" | "using" | "closed";
  /** 本人辖区组织的考核；否则为被考核 */
  readonly runs: boolean;
};

/** 年度考核：步骤与分组名次 */
export type AssessmentBoard = {
  readonly year: {
    readonly id: string;
    readonly title: string;
    readonly year: number;
    readonly level: "county" | "town";
    readonly areaName: string;
    readonly state: "pledging" | "tracking" | "sampling" | "frozen" | "appealing" | "approving" | "using" | "closed";
    /** 本人辖区组织的考核；否则为被考核 */
    readonly runs: boolean;
    readonly from: string;
    readonly until: string;
    readonly pledgeBy: string | null;
    readonly entrants: number;
    readonly signed: number;
    readonly sampled: number | null;
    readonly frozenAt: string | null;
    readonly appealUntil: string | null;
    readonly replyBy: string | null;
    readonly approvedOn: string | null;
    readonly circular: string | null;
    readonly issuedOn: string | null;
    readonly demo: boolean;
    readonly host: string;
  };
  readonly scheme: {
    readonly id: string;
    readonly code: string;
    readonly edition: number;
    readonly full: number;
    readonly gradesBasis: string;
  };
  /** 给出的是哪一种分 */
  readonly score: "live" | "frozen" | "final";
  /** 可以看哪几种 */
  readonly scores: readonly ("live" | "frozen" | "final")[];
  readonly dimensions: readonly {
    readonly name: string;
    readonly weight: number;
  }[];
  readonly groups: readonly {
    readonly name: string;
    readonly from: number | null;
    readonly below: number | null;
  }[];
  readonly rows: readonly AssessmentRankingRow[];
  readonly appeals: {
    readonly filed: number;
    readonly open: number;
  };
  /** 现场抽查已查 */
  readonly checked: number;
  /** 还没有冻结时：冻结日和在等什么 */
  readonly freezing: {
    /** 这天起不再等，缺的按无数据 */
    readonly on: string;
    /** 还没有报 12 月火灾数字的；报齐即冻结 */
    readonly owing: readonly string[];
    readonly basis: string;
    readonly confidence: "stated" | "derived" | "local";
  } | null;
};

/** 一个被考核政府的得分与名次 */
export type AssessmentRankingRow = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly grouping: string;
  readonly people: number | null;
  readonly pledgedOn: string | null;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly grade: string;
  readonly place: {
    readonly rank: number;
    readonly tied: boolean;
    readonly of: number;
  };
  readonly parts: readonly {
    readonly name: string;
    readonly points: number;
    readonly full: number;
  }[];
  /** 无数据的权重 */
  readonly owed: number;
  /** 较上年名次，升为正；组别不同或没有上年为 null */
  readonly change: number | null;
  /** 触发的加减分与否决 */
  readonly effects: readonly AssessmentEffect[];
  readonly openAppeals: number;
  /** 该区划已撤并的日期 */
  readonly endedOn: string | null;
};

/** 加分、扣分或否决 */
export type AssessmentEffect = {
  readonly id: string;
  readonly kind: "bonus" | "deduction" | "veto";
  readonly name: string;
  readonly count: number;
  readonly points: number;
  readonly cap: string | null;
  readonly grade: string | null;
  /** 依据未经确认的只提示，不计分 */
  readonly decides: boolean;
  readonly unit: string;
  readonly basis: string;
  readonly byHand: boolean;
};

/** 一个被考核政府的各项指标 */
export type AssessedGovernment = {
  readonly id: string;
  readonly year: string;
  readonly name: string;
  readonly area: number;
  readonly grouping: string;
  readonly organ: string | null;
  readonly people: number | null;
  readonly place: {
    readonly rank: number;
    readonly tied: boolean;
    readonly of: number;
  } | null;
  readonly total: number;
  readonly low: number;
  readonly high: number;
  readonly grade: string;
  readonly score: "live" | "frozen" | "final";
  readonly parts: readonly {
    readonly name: string;
    readonly points: number;
    readonly full: number;
    /** 同组中位 */
    readonly median: number | null;
  }[];
  readonly indicators: readonly AssessmentIndicator[];
  readonly effects: readonly AssessmentEffect[];
  readonly owed: number;
  /** 不适用的权重，已分摊 */
  readonly spread: number;
  readonly snapshot: {
    readonly id: string;
    readonly sm3: string;
    readonly at: string;
    readonly rows: number;
    readonly ruleVersion: string;
  } | null;
  readonly pledge: {
    /** 责任清单里的责任书 */
    readonly id: string;
    readonly on: string;
    readonly signer: string;
    /** 双方都签的日期；空为待上级签 */
    readonly bothOn: string | null;
    readonly superior: string | null;
    readonly targets: readonly {
      readonly item: string;
      readonly target: string;
    }[];
  } | null;
  /** 已起草、还没有签的责任书 */
  readonly drafted: {
    readonly id: string;
    readonly state: string;
    readonly signBy: string;
    readonly targets: readonly {
      readonly item: string;
      readonly target: string;
    }[];
  } | null;
  readonly may: {
    readonly pledge: boolean;
    readonly appeal: boolean;
    readonly enter: boolean;
  };
};

/** 一项指标的值与得分 */
export type AssessmentIndicator = {
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly unit: string;
  readonly clause: string | null;
  readonly lead: string | null;
  readonly curve: ScoreCurve;
  readonly source: {
    readonly kind: "measure" | "duty" | "pledge" | "site" | "hand";
    readonly words: string;
  };
  readonly sample: "none" | "wilson" | "poisson";
  readonly status: "scored" | "owed" | "not-applicable";
  readonly value: number | null;
  readonly num: number;
  readonly den: number;
  readonly points: number;
  readonly full: number;
  readonly low: number;
  readonly high: number;
  readonly byHand: boolean;
  readonly place: {
    readonly rank: number;
    readonly of: number;
  } | null;
  /** 申诉采纳数 */
  readonly upheld: number;
  readonly others: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly points: number;
    readonly own: boolean;
  }[];
};

/** 计分办法 */
export type ScoreCurve = {
  readonly by: "linear" | "step" | "rank";
  readonly from: number | null;
  readonly to: number | null;
  readonly steps: readonly {
    readonly at: number;
    readonly points: number;
  }[];
  readonly better: "higher" | "lower";
  readonly last: number | null;
};

/** 指标背后的行：冻结时与现在 */
export type AssessmentEvidence = {
  readonly frozen: boolean;
  readonly ledger: string | null;
  readonly path: string | null;
  readonly total: number;
  readonly kept: number;
  readonly bad: number;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
  }[];
  readonly rows: readonly {
    readonly ord: number;
    readonly rowId: string | null;
    readonly title: string;
    readonly place: string;
    readonly good: boolean;
    readonly files: number;
    readonly was: Readonly<Record<string, string | number | null>>;
    /** 现在；已注销或不在辖区为 null */
    readonly now: Readonly<Record<string, string | number | null>> | null;
  }[];
};

/** 一件申诉，及采纳若干项的结果 */
export type AppealWithEffects = {
  readonly id: string;
  readonly entrant: string;
  readonly name: string;
  readonly indicator: string;
  readonly title: string;
  readonly state: "filed" | "consulting" | "accepted" | "rejected" | "withdrawn";
  readonly reason: string;
  readonly by: string | null;
  readonly at: string;
  readonly dueAt: string | null;
  readonly version: number;
  readonly papers: readonly {
    readonly id: string;
    readonly name: string;
    readonly uploadedAt: string;
    /** 上传晚于冻结 */
    readonly late: boolean;
  }[];
  readonly claims: readonly {
    readonly ord: number | null;
    readonly what: string;
    readonly words: string | null;
    readonly accepted: boolean | null;
  }[];
  readonly accepted: number | null;
  readonly reply: string | null;
  /** 冻结时、逐个采纳数、全部采纳 */
  readonly effects: readonly AppealEffect[];
};

/** 采纳若干项后的值、得分与总分 */
export type AppealEffect = {
  readonly accepted: number;
  readonly num: number;
  readonly den: number;
  readonly value: number | null;
  readonly points: number;
  readonly total: number;
  readonly grade: string;
};

/** 由结果提出的建议；由人决定 */
export type AssessmentSuggestion = {
  readonly entrant: string;
  readonly name: string;
  readonly kind: "praise" | "urge" | "interview" | "criticism" | "funding" | "appointment" | "appraisal" | "accountability";
  readonly why: "failed" | "excellent" | "manyLate" | "cap" | "fell";
  readonly n: number;
};

/** 方案文件的一处错误及其行号 */
export type SchemeError = {
  readonly line: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

/** 一个结果指标 */
export type OutcomeFigure = {
  readonly key: "fires" | "deaths" | "injuries" | "lossWan" | "large" | "deathRate" | "awareness";
  /** 没有数据为 null */
  readonly value: number | null;
  /** 上年同期 */
  readonly before: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly target: number | null;
  /** 照此到年末 */
  readonly projected: number | null;
  /** 样本量 */
  readonly n: number | null;
};

/** 平台建议核对的一项 */
export type RoundProposal = {
  readonly section: "mechanism" | "register" | "quality";
  readonly what: string;
  readonly evidence: string;
  readonly rowLedger: string;
  readonly rowId: string;
  readonly path: string;
};

/** 指数的一个分项：近 12 个月与上一个 12 个月 */
export type SituationPart = {
  readonly key: string;
  readonly now: number;
  readonly before: number;
  readonly ratio: number | null;
  readonly weight: number;
  readonly points: number;
};

/** 用户 */
export type IdentityUser = LedgerRow & {
  /** 姓名 */
  readonly name: string;
  /** 账号 */
  readonly account: string;
  /** 类别：official 工作人员；unit 单位用户；system-admin 系统管理员；security-admin 安全管理员；audit-admin 审计管理员 */
  readonly kind: "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
  /** 状态：pending 待授权；active 启用；disabled 停用 */
  readonly state: "pending" | "active" | "disabled";
  /** 所在部门 */
  readonly organ: string | null;
  /** 职务 */
  readonly post: string | null;
  /** 手机（遮盖） */
  readonly phone: string | null;
  /** 所属单位 */
  readonly unit: string | null;
  /** 最近登录 */
  readonly lastLoginAt: string | null;
  readonly [field: string]: unknown;
};

/** 条数；capped 为真则不止此数 */
export type Count = {
  readonly count: number;
  readonly capped: boolean;
};

/** 一次修改：每栏由何改为何 */
export type HistoryEntry = {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly byName: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
};

/** 地图点：经度、纬度、编号、名称 */
export type MapPoints = {
  readonly points: readonly (readonly [number, number, string, string])[];
  readonly truncated: boolean;
  /** 拥挤处只留分得开的点 */
  readonly thinned: boolean;
};

/** 已办 */
export type Done = Readonly<Record<string, never>>;

/** 所看的个人信息，按字段 */
export type Revealed = Readonly<Record<string, string | null>>;

/** 一次导入：走到哪一步，各多少行 */
export type ImportSummary = {
  readonly importId: string;
  readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
  readonly fileName: string;
  readonly createdAt: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
  } | null;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly confirm: number;
  readonly same: number;
  readonly done: number;
};

/** 一次导入：进度、列、问题行 */
export type ImportState = {
  readonly importId: string;
  readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
  readonly fileName: string;
  readonly createdAt: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
  } | null;
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly confirm: number;
  readonly same: number;
  readonly done: number;
  readonly columns: readonly ImportColumn[];
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
  }[];
  readonly rows: readonly ImportRow[];
  readonly next: number | null;
};

/** 导入文件的一列，与对上的栏 */
export type ImportColumn = {
  readonly header: string;
  readonly field: string | null;
  readonly suggestions: readonly {
    readonly field: string;
    readonly label: string;
  }[];
  readonly datum?: string;
  readonly ignored?: boolean;
};

/** 导入的一行与它的一个问题 */
export type ImportRow = {
  readonly row: number;
  readonly title: string;
  readonly field: string | null;
  readonly label: string;
  readonly value: string;
  readonly problem: string;
  readonly level: "good" | "same" | "saved" | "error" | "confirm" | "fixed";
  readonly fix?: {
    readonly label: string;
    readonly value: string;
  };
  readonly differences?: readonly {
    readonly field: string;
    readonly label: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
};

/** 部件点位 */
export type FacilitiesComponent = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 消防设施 */
  readonly facility: string | null;
  /** 建筑 */
  readonly building: string | null;
  /** 传输装置地址 */
  readonly address: string;
  /** 系统类型码 */
  readonly systemType: number;
  /** 系统地址 */
  readonly systemAddress: number;
  /** 部件地址 */
  readonly componentAddress: number;
  /** 部件类型码 */
  readonly componentType: number;
  /** 回路 */
  readonly loop: number | null;
  /** 位号 */
  readonly point: number | null;
  /** 楼层 */
  readonly floor: number | null;
  /** 防火分区 */
  readonly zone: string | null;
  /** 位置 */
  readonly place: string | null;
  /** 平面图横坐标 */
  readonly planX: number | null;
  /** 平面图纵坐标 */
  readonly planY: number | null;
  /** 下限 */
  readonly lowLimit: number | null;
  /** 上限 */
  readonly highLimit: number | null;
  /** 状况：inUse 在用；stopped 停用；removed 拆除 */
  readonly state: "inUse" | "stopped" | "removed";
  /** 部件 */
  readonly name: string | null;
  /** 所在位置 */
  readonly placeWords: string | null;
  readonly [field: string]: unknown;
};

/** 查岗 */
export type RemoteMonitoringDutyAnswer = LedgerRow & {
  /** 查岗批次 */
  readonly checkId: string;
  /** 单位 */
  readonly unit: string;
  /** 联网设备 */
  readonly transmitter: string;
  /** 设备地址 */
  readonly address: string;
  /** 发出 */
  readonly sentAt: string;
  /** 应答时限 */
  readonly answerBy: string;
  /** 结果：sending 发送中；waiting 待应答；answered 已应答；timeout 超时未答；undelivered 未送达 */
  readonly outcome: "sending" | "waiting" | "answered" | "timeout" | "undelivered";
  /** 应答 */
  readonly answeredAt: string | null;
  /** 应答人编号 */
  readonly operatorCode: number | null;
  /** 未送达原因 */
  readonly trouble: string | null;
  /** 查岗人 */
  readonly askedBy: string | null;
  readonly [field: string]: unknown;
};

/** 班次 */
export type RemoteMonitoringShift = LedgerRow & {
  /** 班次 */
  readonly name: string;
  /** 开始 */
  readonly fromAt: string;
  /** 计划结束 */
  readonly untilAt: string;
  /** 结束 */
  readonly endedAt: string | null;
  /** 带班 */
  readonly leaderName: string | null;
  /** 值班 */
  readonly officers: readonly {
    readonly id: string | null;
    readonly name: string;
  }[] | null;
  /** 交班人 */
  readonly handedBy: string | null;
  /** 交班人姓名 */
  readonly handedByName: string | null;
  /** 交班时间 */
  readonly handedAt: string | null;
  /** 接班人 */
  readonly takenBy: string | null;
  /** 接班人姓名 */
  readonly takenByName: string | null;
  /** 接班时间 */
  readonly takenAt: string | null;
  /** 交班说明 */
  readonly note: string | null;
  /** 移交警情 */
  readonly openAlarms: number | null;
  readonly [field: string]: unknown;
};

/** 应接入对象 */
export type RemoteMonitoringAccessTarget = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 单位 */
  readonly unit: string;
  /** 依据：highRisk 火灾高危单位；keyUnit 重点单位；highRise 设自动消防设施的高层建筑 */
  readonly why: "highRisk" | "keyUnit" | "highRise";
  /** 已接入 */
  readonly connected: boolean;
  /** 设备数（台） */
  readonly devices: number | null;
  readonly [field: string]: unknown;
};

/** 火灾隐患 */
export type HazardLoopHazard = CaseRow & {
  /** 编号 */
  readonly number: string;
  /** 问题 */
  readonly what: string;
  /** 单位 */
  readonly unit: string | null;
  /** 建筑 */
  readonly building: string | null;
  /** 位置 */
  readonly placeWords: string;
  /** 来源：inspection 监督检查；patrol 巡查；selfCheck 单位自查；device 设备报警故障；survey 排查摸底；report 举报；investigation 火灾调查；other 其他 */
  readonly origin: "inspection" | "patrol" | "selfCheck" | "device" | "survey" | "report" | "investigation" | "other";
  /** 来源类别 */
  readonly originName: string | null;
  /** 来源编号 */
  readonly originId: string | null;
  /** 检查项 */
  readonly item: string | null;
  /** 同一隐患 */
  readonly sameness: string;
  /** 等级：minor 轻微；general 一般；major 重大 */
  readonly grade: "minor" | "general" | "major" | null;
  /** 违反条款 */
  readonly ground: string | null;
  /** 处罚条款 */
  readonly penalty: string | null;
  /** 行业主管 */
  readonly department: string | null;
  /** 督办机构 */
  readonly supervisor: string | null;
  /** 发现日期 */
  readonly foundOn: string;
  /** 发现人 */
  readonly foundBy: string;
  /** 现场照片 */
  readonly foundPhotos: readonly string[] | null;
  /** 曾出现（次） */
  readonly timesBefore: number | null;
  /** 上一次 */
  readonly againOf: string | null;
  /** 整改难度：easy 立行立改；normal 限期整改；hard 久攻难改 */
  readonly difficulty: "easy" | "normal" | "hard" | null;
  /** 整改责任方：unit 单位；organ 机构 */
  readonly rectifier: "unit" | "organ" | null;
  /** 整改机构 */
  readonly rectifierOrgan: string | null;
  /** 整改责任人 */
  readonly rectifierName: string | null;
  /** 整改措施 */
  readonly measures: string | null;
  /** 整改方案 */
  readonly plan: string | null;
  /** 临时防范措施 */
  readonly temporaryMeasures: string | null;
  /** 整改资金（元） */
  readonly fundsYuan: number | null;
  /** 承接机构 */
  readonly turn: string | null;
  /** 整改期限 */
  readonly dueOn: string | null;
  /** 原定期限 */
  readonly firstDueOn: string | null;
  /** 延期次数 */
  readonly extensions: number | null;
  /** 退回次数 */
  readonly returns: number | null;
  /** 整改日期 */
  readonly rectifiedOn: string | null;
  /** 整改提交人 */
  readonly rectifiedBy: string | null;
  /** 整改情况 */
  readonly rectifyNote: string | null;
  /** 整改照片 */
  readonly rectifyPhotos: readonly string[] | null;
  /** 复查情况 */
  readonly reviewNote: string | null;
  /** 复查照片 */
  readonly reviewPhotos: readonly string[] | null;
  /** 复查日期 */
  readonly reviewedOn: string | null;
  /** 复查人 */
  readonly reviewedBy: string | null;
  /** 重大隐患认定日期 */
  readonly majorDecidedOn: string | null;
  /** 认定依据 */
  readonly majorWhy: string | null;
  /** 挂牌督办 */
  readonly listed: boolean | null;
  /** 转往机构 */
  readonly toOrgan: string | null;
  /** 专项整治 */
  readonly campaign: string | null;
  readonly [field: string]: unknown;
};

/** 管控方案 */
export type SupervisionListingControlPlan = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 对象：hazard 重大火灾隐患；unit 重点单位；area 重点区域 */
  readonly target: "hazard" | "unit" | "area";
  /** 隐患 */
  readonly hazard: string | null;
  /** 单位 */
  readonly unit: string | null;
  /** 管控措施 */
  readonly plan: string;
  /** 责任领导 */
  readonly leader: string;
  /** 检查间隔（天） */
  readonly everyDays: number;
  /** 最近检查 */
  readonly lastCheckedOn: string | null;
  /** 下次检查 */
  readonly nextCheckOn: string | null;
  /** 文件 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 检查质量复核 */
export type InspectionQualityCheck = LedgerRow & {
  /** 原检查 */
  readonly original: string;
  /** 复核任务 */
  readonly recheck: string | null;
  /** 单位名称 */
  readonly unitName: string | null;
  /** 原检查人 */
  readonly inspector: string | null;
  /** 原查出（处） */
  readonly originalFound: number | null;
  /** 复核日期 */
  readonly checkedOn: string;
  /** 复核查出（处） */
  readonly found: number;
  /** 漏查严重（处） */
  readonly missedSerious: number;
  /** 漏查其他（处） */
  readonly missedOther: number;
  /** 结论一致 */
  readonly agrees: boolean | null;
  /** 质量分（分） */
  readonly score: number | null;
  /** 说明 */
  readonly note: string | null;
  readonly [field: string]: unknown;
};

/** 抽中名单 */
export type InspectionDrawPick = LedgerRow & {
  /** 批次 */
  readonly draw: string;
  /** 序 */
  readonly ord: number;
  /** 单位 */
  readonly unit: string;
  /** 单位名称 */
  readonly unitName: string;
  /** 风险等级：red 重大（红）；orange 较大（橙）；yellow 一般（黄）；blue 低（蓝） */
  readonly risk: "red" | "orange" | "yellow" | "blue";
  /** 权重（%） */
  readonly weight: number;
  /** 主查 */
  readonly lead: string | null;
  /** 主查姓名 */
  readonly leadName: string | null;
  /** 协查 */
  readonly second: string | null;
  /** 协查姓名 */
  readonly secondName: string | null;
  /** 其他人员 */
  readonly others: string | null;
  /** 回避人数（人） */
  readonly avoided: number | null;
  /** 上次同组 */
  readonly samePairAgain: boolean | null;
  /** 计划日期 */
  readonly planOn: string | null;
  /** 检查任务 */
  readonly task: string | null;
  readonly [field: string]: unknown;
};

/** 检查对象 */
export type InspectionObject = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 单位名称 */
  readonly unitName: string;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 分级：key 重点单位；general 一般单位；unknown 资料不全 */
  readonly grade: "key" | "general" | "unknown" | null;
  /** 火灾高危单位 */
  readonly highRisk: boolean | null;
  /** 行业监管单位 */
  readonly industryOrgan: string | null;
  /** 行业监管人 */
  readonly industryPerson: string | null;
  /** 属地监管单位 */
  readonly areaOrgan: string | null;
  /** 属地监管人 */
  readonly areaPerson: string | null;
  /** 风险等级：red 重大（红）；orange 较大（橙）；yellow 一般（黄）；blue 低（蓝） */
  readonly risk: "red" | "orange" | "yellow" | "blue";
  /** 信用等级：a 守信（A）；b 一般（B）；c 失信（C）；d 严重失信（D）；unknown 未评 */
  readonly credit: "a" | "b" | "c" | "d" | "unknown";
  /** 定级依据 */
  readonly classWhy: string | null;
  /** 定级日期 */
  readonly classOn: string | null;
  /** 抽取权重（%） */
  readonly weight: number | null;
  /** 检查间隔（月） */
  readonly everyMonths: number | null;
  /** 检查深度：spot 抽项；full 全项 */
  readonly depth: "spot" | "full" | null;
  /** 法定频次 */
  readonly duty: string | null;
  /** 纳入日期 */
  readonly takenOn: string;
  /** 最近检查 */
  readonly lastCheckedOn: string | null;
  /** 检查次数（次） */
  readonly checks: number | null;
  /** 应查日期 */
  readonly dueOn: string | null;
  readonly [field: string]: unknown;
};

/** 监管类别变更 */
export type InspectionSupervisionClass = LedgerRow & {
  /** 检查对象 */
  readonly object: string;
  /** 单位名称 */
  readonly unitName: string;
  /** 日期 */
  readonly setOn: string;
  /** 原风险：red 重大（红）；orange 较大（橙）；yellow 一般（黄）；blue 低（蓝） */
  readonly riskBefore: "red" | "orange" | "yellow" | "blue" | null;
  /** 现风险：red 重大（红）；orange 较大（橙）；yellow 一般（黄）；blue 低（蓝） */
  readonly risk: "red" | "orange" | "yellow" | "blue";
  /** 原信用：a 守信（A）；b 一般（B）；c 失信（C）；d 严重失信（D）；unknown 未评 */
  readonly creditBefore: "a" | "b" | "c" | "d" | "unknown" | null;
  /** 现信用：a 守信（A）；b 一般（B）；c 失信（C）；d 严重失信（D）；unknown 未评 */
  readonly credit: "a" | "b" | "c" | "d" | "unknown";
  /** 来源：initial 初评；assessment 风险评估；credit 信用评价；check 检查结果；person 人工认定 */
  readonly source: "initial" | "assessment" | "credit" | "check" | "person";
  /** 理由 */
  readonly reason: string;
  /** 认定人 */
  readonly byName: string | null;
  readonly [field: string]: unknown;
};

/** 双随机抽查 */
export type InspectionDraw = CaseRow & {
  /** 批次 */
  readonly number: string;
  /** 名称 */
  readonly title: string;
  /** 检查类别：supervision 监督抽查；police 派出所日常检查；special 专项检查；joint 联合检查；guidance 指导服务；complaint 举报核查；recheck 复查；quality 质量复核；preOpening 营业前检查；event 活动前检查；commitment 承诺核查；industry 行业检查；patrol 巡查；survey 排查摸底 */
  readonly purpose: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey";
  /** 组织单位 */
  readonly organ: string | null;
  /** 参加单位 */
  readonly organs: readonly {
    readonly organ: string | null;
    readonly name: string | null;
  }[] | null;
  /** 抽取家数（家） */
  readonly ask: number;
  /** 每家人数（人） */
  readonly perObject: number;
  /** 单位类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[] | null;
  /** 单位分级：key 重点单位；general 一般单位；unknown 资料不全 */
  readonly grades: readonly ("key" | "general" | "unknown")[] | null;
  /** 近期查过不抽（天） */
  readonly skipDays: number | null;
  /** 检查开始 */
  readonly startOn: string;
  /** 检查截止 */
  readonly dueOn: string;
  /** 对象数（家） */
  readonly objects: number | null;
  /** 人员数（人） */
  readonly inspectors: number | null;
  /** 剔除（家） */
  readonly excluded: number | null;
  /** 承诺 */
  readonly commitment: string | null;
  /** 承诺公布 */
  readonly committedAt: string | null;
  /** 公开随机数 */
  readonly randomText: string | null;
  /** 随机数来源 */
  readonly randomSource: string | null;
  /** 随机数产生 */
  readonly randomAt: string | null;
  /** 种子 */
  readonly seed: string | null;
  /** 摇号时间 */
  readonly drawnAt: string | null;
  /** 用时（ms） */
  readonly tookMs: number | null;
  /** 回避（对） */
  readonly avoided: number | null;
  /** 派发时间 */
  readonly dispatchedAt: string | null;
  /** 公布时间 */
  readonly publishedAt: string | null;
  /** 重抽自 */
  readonly redrawOf: string | null;
  /** 作废理由 */
  readonly voidWhy: string | null;
  readonly [field: string]: unknown;
};

/** 文书模板 */
export type EnforcementTemplate = LedgerRow & {
  /** 种类代码 */
  readonly kind: string;
  /** 文书种类 */
  readonly kindTitle: string;
  /** 适用机关 */
  readonly organ: string | null;
  /** 版次 */
  readonly edition: number;
  /** 在用 */
  readonly inForce: boolean;
  /** 文件 */
  readonly fileName: string;
  /** 文件校验值 */
  readonly sha256: string;
  /** 说明 */
  readonly note: string | null;
  /** 停用时间 */
  readonly retiredAt: string | null;
  readonly [field: string]: unknown;
};

/** 参加部门 */
export type EnforcementJointPart = LedgerRow & {
  /** 联合执法行动 */
  readonly action: string;
  /** 部门 */
  readonly organ: string;
  /** 职责：lead 牵头；fire 消防检查；police 治安与人员；order 综合执法；market 市场主体与产品；housing 建设与审验；other 配合 */
  readonly role: "lead" | "fire" | "police" | "order" | "market" | "housing" | "other";
  /** 分工 */
  readonly task: string;
  /** 人数（人） */
  readonly people: number | null;
  /** 联络人 */
  readonly contact: string | null;
  readonly [field: string]: unknown;
};

/** 联合检查记录 */
export type EnforcementJointFinding = LedgerRow & {
  /** 联合执法行动 */
  readonly action: string;
  /** 单位 */
  readonly unit: string | null;
  /** 检查对象 */
  readonly target: string;
  /** 部门 */
  readonly organ: string;
  /** 检查日期 */
  readonly checkedOn: string;
  /** 发现问题 */
  readonly found: string | null;
  /** 问题数（处） */
  readonly problems: number;
  /** 处理：onSpot 当场改正；order 责令限期改正；penalty 立案处罚；seal 查封；transfer 移交其他部门；none 未发现问题 */
  readonly done: readonly ("onSpot" | "order" | "penalty" | "seal" | "transfer" | "none")[];
  /** 罚款（元） */
  readonly fineYuan: number | null;
  /** 照片 */
  readonly photos: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 法律文书 */
export type EnforcementDocument = CaseRow & {
  /** 标题 */
  readonly title: string;
  /** 种类代码 */
  readonly kind: string;
  /** 文书种类 */
  readonly kindTitle: string;
  /** 文号 */
  readonly number: string | null;
  /** 制作机关 */
  readonly organ: string;
  /** 单位 */
  readonly unit: string | null;
  /** 当事人 */
  readonly party: string;
  /** 检查日期 */
  readonly checkedOn: string | null;
  /** 签发日期 */
  readonly issuedOn: string | null;
  /** 送达期限 */
  readonly serveBy: string | null;
  /** 送达日期 */
  readonly servedOn: string | null;
  /** 送达方式：direct 直接送达；left 留置送达；post 邮寄送达；entrusted 委托送达；electronic 电子送达；public 公告送达 */
  readonly serveMethod: "direct" | "left" | "post" | "entrusted" | "electronic" | "public" | null;
  /** 收件人 */
  readonly receiver: string | null;
  /** 拒绝签收 */
  readonly refusedToSign: boolean | null;
  /** 见证人 */
  readonly witness: string | null;
  /** 送达说明 */
  readonly serveNote: string | null;
  /** 内容 */
  readonly content: readonly {
    readonly field: string | null;
    readonly name: string | null;
    readonly value: string | null;
  }[] | null;
  /** 起草人 */
  readonly draftedBy: string | null;
  /** 参与起草的人 */
  readonly drafters: readonly {
    readonly person: string | null;
  }[] | null;
  /** 审核人 */
  readonly checkedBy: string | null;
  /** 审批人 */
  readonly approvedBy: string | null;
  /** 签发人 */
  readonly signedBy: string | null;
  /** 批准依据 */
  readonly approvalGround: string | null;
  /** 来源 */
  readonly sourceName: string | null;
  /** 来源编号 */
  readonly sourceId: string | null;
  /** 模板版本 */
  readonly template: string | null;
  /** 文件校验值 */
  readonly sha256: string | null;
  /** 文件字节数 */
  readonly sizeBytes: number | null;
  /** 签发时间 */
  readonly issuedAt: string | null;
  readonly [field: string]: unknown;
};

/** 巡查点 */
export type UnitManagementPatrolPoint = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 名称 */
  readonly name: string;
  /** 位置 */
  readonly place: string;
  /** 看什么 */
  readonly looksAt: string | null;
  /** 二维码编号 */
  readonly code: string | null;
  /** 次序 */
  readonly turn: number | null;
  /** 使用中 */
  readonly inUse: boolean;
  readonly [field: string]: unknown;
};

/** 巡查记录 */
export type UnitManagementPatrol = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 类别：patrol 防火巡查；closing 营业结束检查；night 夜间巡查；controlRoom 控制室值班记录 */
  readonly kind: "patrol" | "closing" | "night" | "controlRoom";
  /** 巡查点 */
  readonly spot: string | null;
  /** 地点 */
  readonly pointName: string;
  /** 扫码 */
  readonly scanned: boolean;
  /** 日期 */
  readonly patrolledOn: string;
  /** 时间 */
  readonly patrolledAt: string;
  /** 巡查人 */
  readonly patrolledBy: string;
  /** 主管人 */
  readonly supervisor: string | null;
  /** 结果：normal 正常；problem 有问题 */
  readonly result: "normal" | "problem";
  /** 问题 */
  readonly found: string | null;
  /** 照片 */
  readonly photos: readonly string[] | null;
  /** 隐患 */
  readonly hazard: string | null;
  readonly [field: string]: unknown;
};

/** 培训记录 */
export type UnitManagementTraining = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 培训内容 */
  readonly topic: string;
  /** 培训日期 */
  readonly heldOn: string;
  /** 类别：regular 全员培训；newcomer 上岗前培训；special 专门培训 */
  readonly kind: "regular" | "newcomer" | "special";
  /** 参加人数（人） */
  readonly trained: number;
  /** 应到人数（人） */
  readonly expected: number;
  /** 考核合格（人） */
  readonly passed: number | null;
  /** 参加人员 */
  readonly names: string | null;
  /** 照片 */
  readonly photos: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 专项整治 */
export type KeyPlacesCampaign = CaseRow & {
  /** 行动名称 */
  readonly name: string;
  /** 领域：threeKinds 三类场所；highRise 高层建筑；electrical 电气火灾；hazmat 危化品；gas 燃气；mall 大型商业综合体；oldPlaces 老旧场所；urbanVillage 城中村群租房；rental 居住出租房；illegalBuilding 违法建筑；keyIndustries 重点行业；entertainment 公共娱乐；industrial 工业企业；other 其他高危领域 */
  readonly field: "threeKinds" | "highRise" | "electrical" | "hazmat" | "gas" | "mall" | "oldPlaces" | "urbanVillage" | "rental" | "illegalBuilding" | "keyIndustries" | "entertainment" | "industrial" | "other";
  /** 模板 */
  readonly template: string | null;
  /** 依据 */
  readonly ground: string;
  /** 方案文件 */
  readonly document: readonly string[] | null;
  /** 牵头部门 */
  readonly lead: string;
  /** 开始 */
  readonly startsOn: string;
  /** 结束 */
  readonly endsOn: string;
  /** 阶段 */
  readonly stages: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly goal: string | null;
    readonly of: "checked" | "cleared" | null;
    readonly rate: number | null;
  }[];
  /** 对象台账：places.unit 单位；places.building 建筑；key-places.urban-village 城中村；key-places.village-house 城中村房屋；key-places.rental-house 居住出租房；key-places.old-place 老旧场所；key-places.large-mall 大型商业综合体 */
  readonly source: "places.unit" | "places.building" | "key-places.urban-village" | "key-places.village-house" | "key-places.rental-house" | "key-places.old-place" | "key-places.large-mall";
  /** 对象范围 */
  readonly scope: string | null;
  /** 对象数（个） */
  readonly objects: number | null;
  /** 检查表 */
  readonly checklist: string | null;
  /** 排查率目标（%） */
  readonly checkedTarget: number | null;
  /** 清零率目标（%） */
  readonly clearedTarget: number | null;
  /** 分析发现 */
  readonly finding: string | null;
  /** 成效指标 */
  readonly measure: string | null;
  /** 整治前 */
  readonly measureBefore: number | null;
  /** 整治后 */
  readonly measureAfter: number | null;
  /** 启动日期 */
  readonly startedOn: string | null;
  /** 收尾日期 */
  readonly finishedOn: string | null;
  /** 总结 */
  readonly summary: string | null;
  readonly [field: string]: unknown;
};

/** 调研摸底 */
export type BaselineSurveySurvey = CaseRow & {
  /** 名称 */
  readonly name: string;
  /** 依据 */
  readonly ground: string | null;
  /** 牵头部门 */
  readonly lead: string;
  /** 开始 */
  readonly startsOn: string;
  /** 结束 */
  readonly endsOn: string;
  /** 排查行业：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[] | null;
  /** 重点 */
  readonly content: string | null;
  /** 台账单位（家） */
  readonly register: number | null;
  /** 已排查（家） */
  readonly surveyed: number | null;
  /** 覆盖率（%） */
  readonly rate: number | null;
  /** 底数（处） */
  readonly items: number | null;
  /** 底数日期 */
  readonly settledOn: string | null;
  /** 清单校验值 */
  readonly sha256: string | null;
  /** 结论 */
  readonly conclusion: string | null;
  readonly [field: string]: unknown;
};

/** 行业归口 */
export type ResponsibilityRegulatorRule = LedgerRow & {
  /** 行业 */
  readonly industry: string;
  /** 按什么归：kind 单位类别；licence 许可登记；port 港口区域；state 监管国企 */
  readonly basis: "kind" | "licence" | "port" | "state";
  /** 单位类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[] | null;
  /** 名称含 */
  readonly nameHas: string | null;
  /** 只对单位 */
  readonly unit: string | null;
  /** 主管部门：government 人民政府；party 党委部门；committee 消防安全委员会；fire-brigade 消防救援；monitoring-center 消防远程监控中心；emergency 应急管理；public-security 公安；housing 住房和城乡建设；natural-resources 自然资源和规划；urban-management 综合行政执法；development-reform 发展和改革；industry-information 经济和信息化；finance 财政；human-resources 人力资源和社会保障；education 教育；science 科技；civil-affairs 民政；justice 司法行政；environment 生态环境；transport 交通运输；water-conservancy 水利；agriculture 农业农村；commerce 商务；culture-tourism 文化广电旅游；cultural-relics 文物；religion 民族宗教；health 卫生健康；veterans 退役军人事务；market 市场监督管理；state-assets 国有资产监督管理；statistics 统计；medical-insurance 医疗保障；data-bureau 数据；petitions 信访；business-environment 营商环境；supervision 监察；public-institutions 机构编制；propaganda 宣传；politics-law 政法；organization 组织；meteorology 气象；disabled-federation 残联；trade-union 工会；youth-league 共青团；women 妇联；grain 粮食物资；tobacco 烟草；post 邮政；rail 铁路；power 供电；water 供水；gas 供气；telecom 通信；management-committee 开发区管委会；community-committee 村（居）民委员会；other 其他 */
  readonly organKind: "government" | "party" | "committee" | "fire-brigade" | "monitoring-center" | "emergency" | "public-security" | "housing" | "natural-resources" | "urban-management" | "development-reform" | "industry-information" | "finance" | "human-resources" | "education" | "science" | "civil-affairs" | "justice" | "environment" | "transport" | "water-conservancy" | "agriculture" | "commerce" | "culture-tourism" | "cultural-relics" | "religion" | "health" | "veterans" | "market" | "state-assets" | "statistics" | "medical-insurance" | "data-bureau" | "petitions" | "business-environment" | "supervision" | "public-institutions" | "propaganda" | "politics-law" | "organization" | "meteorology" | "disabled-federation" | "trade-union" | "youth-league" | "women" | "grain" | "tobacco" | "post" | "rail" | "power" | "water" | "gas" | "telecom" | "management-committee" | "community-committee" | "other";
  /** 优先 */
  readonly rank: number | null;
  /** 依据 */
  readonly ground: string | null;
  /** 对应条款 */
  readonly clause: string | null;
  /** 由哪次确定 */
  readonly determination: string | null;
  /** 生效日期 */
  readonly from: string;
  /** 有效期至 */
  readonly until: string | null;
  readonly [field: string]: unknown;
};

/** 隶属关系 */
export type ResponsibilityAffiliation = LedgerRow & {
  /** 单位 */
  readonly unit: string;
  /** 集团 */
  readonly group: string;
  /** 怎么知道的：hand 人工登记；self 集团自报；feed 登记信息；name 名称规则 */
  readonly how: "hand" | "self" | "feed" | "name" | null;
  /** 规则找到的集团 */
  readonly found: string | null;
  readonly [field: string]: unknown;
};

/** 试点 */
export type PolicyTasksPilot = LedgerRow & {
  /** 试点 */
  readonly name: string;
  /** 试点单位 */
  readonly organ: string;
  /** 所属行动 */
  readonly programme: string | null;
  /** 范围 */
  readonly scope: string;
  /** 做法 */
  readonly method: string;
  /** 开始 */
  readonly from: string;
  /** 结束 */
  readonly to: string | null;
  /** 指标 */
  readonly indicators: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[] | null;
  /** 评估结论：running 试点中；spread 可推广；adjust 需调整；stopped 已停止 */
  readonly result: "running" | "spread" | "adjust" | "stopped";
  /** 评估意见 */
  readonly evaluation: string | null;
  /** 评估日期 */
  readonly evaluatedOn: string | null;
  /** 材料 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 经验做法 */
export type PolicyTasksPractice = LedgerRow & {
  /** 题目 */
  readonly title: string;
  /** 主题：responsibility 责任落实；grassroots 基层治理；hazard 隐患整治；publicity 宣传教育；technology 技防；rescue 救援力量；other 其他 */
  readonly topic: "responsibility" | "grassroots" | "hazard" | "publicity" | "technology" | "rescue" | "other";
  /** 来源：summary 经验总结；pilot 试点成果；problem 治本举措 */
  readonly origin: "summary" | "pilot" | "problem";
  /** 试点 */
  readonly pilot: string | null;
  /** 针对的问题 */
  readonly finding: string | null;
  /** 报送单位 */
  readonly organ: string;
  /** 报送日期 */
  readonly writtenOn: string;
  /** 做法 */
  readonly summary: string;
  /** 成效 */
  readonly effect: string | null;
  /** 适用 */
  readonly fits: string | null;
  /** 材料 */
  readonly papers: readonly string[] | null;
  /** 评审意见 */
  readonly reviewed: string | null;
  /** 推荐 */
  readonly recommended: boolean | null;
  /** 推荐日期 */
  readonly recommendedOn: string | null;
  /** 采用（家） */
  readonly adoptions: number | null;
  readonly [field: string]: unknown;
};

/** 采用记录 */
export type PolicyTasksAdoption = LedgerRow & {
  /** 经验做法 */
  readonly practice: string;
  /** 采用单位 */
  readonly organ: string;
  /** 采用日期 */
  readonly adoptedOn: string;
  /** 怎样采用 */
  readonly way: string;
  /** 效果 */
  readonly effect: string | null;
  /** 材料 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 成因归类 */
export type PolicyTasksCause = LedgerRow & {
  /** 问题代号 */
  readonly cluster: string;
  /** 问题 */
  readonly problem: string;
  /** 成因：duty 管理责任不落实；upkeep 设施维护不到位；building 建筑先天不足；energy 用电用火不规范；people 人员意识能力不足；funds 投入不足；other 未归类 */
  readonly cause: "duty" | "upkeep" | "building" | "energy" | "people" | "funds" | "other";
  /** 分析 */
  readonly why: string;
  /** 归类日期 */
  readonly settledOn: string;
  readonly [field: string]: unknown;
};

/** 举措采用 */
export type PolicyTasksTemplateUse = LedgerRow & {
  /** 举措模板 */
  readonly template: string;
  /** 选用做法 */
  readonly variant: string;
  /** 采用单位 */
  readonly organ: string;
  /** 范围 */
  readonly scope: string;
  /** 开始 */
  readonly from: string;
  /** 采用前 */
  readonly before: string | null;
  /** 采用后 */
  readonly after: string | null;
  /** 成效：running 实施中；good 有效；some 部分有效；none 无效 */
  readonly effect: "running" | "good" | "some" | "none";
  /** 评估日期 */
  readonly judgedOn: string | null;
  /** 评估说明 */
  readonly why: string | null;
  readonly [field: string]: unknown;
};

/** 任务 */
export type PolicyTasksTask = CaseRow & {
  /** 编号 */
  readonly number: string;
  /** 任务 */
  readonly title: string;
  /** 任务要求 */
  readonly content: string | null;
  /** 牵头单位 */
  readonly lead: string;
  /** 配合单位 */
  readonly supports: string | null;
  /** 责任人 */
  readonly owner: string | null;
  /** 完成期限 */
  readonly dueOn: string;
  /** 原定期限 */
  readonly firstDueOn: string | null;
  /** 成果形式 */
  readonly output: string | null;
  /** 交办单位 */
  readonly assigner: string | null;
  /** 来源：minutes 会议纪要；table 任务分解表；clause 政策条款；finding 调研问题；superior 上级任务；document 文件签收；plan 工作计划；other 其他 */
  readonly sourceKind: "minutes" | "table" | "clause" | "finding" | "superior" | "document" | "plan" | "other";
  /** 来源标识 */
  readonly sourceId: string | null;
  /** 来源地址 */
  readonly sourceHref: string | null;
  /** 原文 */
  readonly sourceWords: string | null;
  /** 条款 */
  readonly clause: string | null;
  /** 政策包 */
  readonly pack: string | null;
  /** 已退回待改派 */
  readonly declined: boolean | null;
  /** 上级任务 */
  readonly superior: string | null;
  /** 分解份数（份） */
  readonly passed: number | null;
  /** 阶段 */
  readonly stage: string | null;
  /** 措施类别：bottom 守底线；base 打基础；long 管长远 */
  readonly tag: "bottom" | "base" | "long" | null;
  /** 实施主体：government 政府主导；department 部门联动；society 社会参与 */
  readonly side: "government" | "department" | "society" | null;
  /** 进度（%） */
  readonly progressPercent: number | null;
  /** 最近进度 */
  readonly lastProgressOn: string | null;
  /** 完成情况 */
  readonly result: string | null;
  /** 佐证 */
  readonly evidence: readonly string[] | null;
  /** 报完成日期 */
  readonly submittedOn: string | null;
  /** 办结日期 */
  readonly finishedOn: string | null;
  /** 按期完成 */
  readonly onTime: boolean | null;
  /** 延期次数（次） */
  readonly extensions: number | null;
  /** 延期理由 */
  readonly extensionReason: string | null;
  /** 困难 */
  readonly obstacle: string | null;
  readonly [field: string]: unknown;
};

/** 优化建议 */
export type PolicyTasksProposal = CaseRow & {
  /** 建议 */
  readonly title: string;
  /** 改什么：workflow 流程；weight 权重；norm 标准 */
  readonly kind: "workflow" | "weight" | "norm";
  /** 对象 */
  readonly subject: string;
  /** 政策包 */
  readonly pack: string | null;
  /** 依据的评估 */
  readonly review: string | null;
  /** 现行 */
  readonly nowIs: string;
  /** 改为 */
  readonly shouldBe: string;
  /** 理由 */
  readonly reason: string;
  /** 材料 */
  readonly papers: readonly string[] | null;
  /** 施行日期 */
  readonly effectiveOn: string | null;
  /** 版本 */
  readonly versionNumber: number | null;
  /** 审定日期 */
  readonly decidedOn: string | null;
  /** 审定意见 */
  readonly decidedWhy: string | null;
  readonly [field: string]: unknown;
};

/** 消安委 */
export type CommitteeCommittee = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 层级：city 市级；county 县级；town 乡镇街道 */
  readonly level: "city" | "county" | "town";
  /** 本级政府 */
  readonly government: string;
  /** 消安委机构 */
  readonly organ: string | null;
  /** 办公室设在 */
  readonly secretariat: string | null;
  /** 主任 */
  readonly chair: string | null;
  /** 主任职务 */
  readonly chairPost: string | null;
  /** 主要领导任主任 */
  readonly chairIsChief: boolean | null;
  /** 副主任 */
  readonly deputies: readonly {
    readonly name: string;
    readonly post: string | null;
  }[] | null;
  /** 办公室主任 */
  readonly officeHead: string | null;
  /** 成立日期 */
  readonly foundedOn: string | null;
  /** 成立文号 */
  readonly foundingNumber: string | null;
  /** 届满日期 */
  readonly until: string | null;
  /** 机构组成 */
  readonly composition: readonly string[] | null;
  /** 议事规则 */
  readonly rules: readonly string[] | null;
  /** 成员职责 */
  readonly duties: readonly string[] | null;
  /** 工作制度 */
  readonly systems: readonly string[] | null;
  /** 四项制度已备 */
  readonly documentsKept: boolean | null;
  /** 全体会议每年至少（次） */
  readonly plenaryPerYear: number | null;
  /** 政府常务会议研究：quarter 每季度；half-year 每半年；year 每年 */
  readonly executiveEvery: "quarter" | "half-year" | "year" | null;
  /** 自何日起 */
  readonly owedSince: string | null;
  /** 会商间隔（天） */
  readonly consultEveryDays: number | null;
  /** 说明 */
  readonly note: string | null;
  /** 成员单位（个） */
  readonly members: number | null;
  /** 派出所在成员中 */
  readonly police: boolean | null;
  /** 机构健全 */
  readonly complete: boolean | null;
  /** 还缺 */
  readonly lacking: string | null;
  readonly [field: string]: unknown;
};

/** 建设规范 */
export type GrassrootsNorm = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 力量类别：office 消防办；station 管理站；village 村社组织；microStation 微型消防站 */
  readonly force: "office" | "station" | "village" | "microStation";
  /** 状态：draft 拟订；inForce 施行；retired 停用 */
  readonly status: "draft" | "inForce" | "retired";
  /** 施行日期 */
  readonly from: string;
  /** 文号 */
  readonly document: string | null;
  /** 附件 */
  readonly annex: readonly string[] | null;
  /** 职责任务 */
  readonly duties: string | null;
  /** 运行保障 */
  readonly funding: string | null;
  /** 条目 */
  readonly items: readonly {
    readonly section: "duties" | "people" | "facilities" | "operation" | "support" | "assessment";
    readonly what: string;
    readonly field: string | null;
    readonly of: string | null;
    readonly least: number | null;
  }[] | null;
  /** 备注 */
  readonly note: string | null;
  readonly [field: string]: unknown;
};

/** 运行规程 */
export type GrassrootsWorkflow = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 事项：patrol 巡查；hazard 隐患；notice 通知；drill 演练；report 报告 */
  readonly kind: "patrol" | "hazard" | "notice" | "drill" | "report";
  /** 状态：draft 拟订；inForce 施行；retired 停用 */
  readonly status: "draft" | "inForce" | "retired";
  /** 施行日期 */
  readonly from: string;
  /** 周期：month 月；quarter 季度；year 年 */
  readonly every: "month" | "quarter" | "year";
  /** 每期至少（次） */
  readonly least: number | null;
  /** 办结时限（天） */
  readonly withinDays: number | null;
  /** 达标比例（%） */
  readonly share: number | null;
  /** 步骤 */
  readonly steps: readonly {
    readonly step: string;
    readonly who: string;
    readonly days: number | null;
  }[] | null;
  /** 文号 */
  readonly document: string | null;
  /** 文件 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 风险排查 */
export type GrassrootsRiskCheck = LedgerRow & {
  /** 地点 */
  readonly placeWords: string;
  /** 场所类别：shop 沿街商铺；rental 出租房；workshop 作坊厂房；home 居民家庭；selfBuilt 自建房；yard 楼院公共部位；other 其他 */
  readonly placeKind: "shop" | "rental" | "workshop" | "home" | "selfBuilt" | "yard" | "other";
  /** 单位 */
  readonly unit: string | null;
  /** 排查日期 */
  readonly checkedOn: string;
  /** 来源：gridMember 网格员；village 村社；station 管理站；volunteer 志愿者；citizen 群众；platform 平台推送 */
  readonly source: "gridMember" | "village" | "station" | "volunteer" | "citizen" | "platform";
  /** 发现人 */
  readonly finder: string;
  /** 网格员 */
  readonly member: string | null;
  /** 风险因素：exitBlocked 出口锁闭或堵塞；sleepingMixed 生产经营场所住人；ebikeIndoors 电动车室内停放充电；wiring 电线私拉乱接；combustibles 大量可燃物；noExtinguisher 没有灭火器；alarmBroken 报警或喷淋失效；vulnerable 老弱独居；gasMisuse 燃气使用不当；laneBlocked 消防通道被占 */
  readonly factors: readonly ("exitBlocked" | "sleepingMixed" | "ebikeIndoors" | "wiring" | "combustibles" | "noExtinguisher" | "alarmBroken" | "vulnerable" | "gasMisuse" | "laneBlocked")[] | null;
  /** 情况 */
  readonly words: string | null;
  /** 照片 */
  readonly photos: readonly string[] | null;
  /** 分值（分） */
  readonly score: number | null;
  /** 风险等级：red 红；orange 橙；yellow 黄；blue 蓝 */
  readonly grade: "red" | "orange" | "yellow" | "blue" | null;
  /** 去向：hazard 转隐患；watch 村社盯办；note 登记备查 */
  readonly route: "hazard" | "watch" | "note" | null;
  /** 重复发现 */
  readonly repeats: boolean | null;
  /** 先前一次 */
  readonly earlier: string | null;
  /** 隐患 */
  readonly hazard: string | null;
  /** 盯办销记 */
  readonly settledOn: string | null;
  /** 销记说明 */
  readonly settledWords: string | null;
  readonly [field: string]: unknown;
};

/** 常住人口 */
export type AssessmentPopulation = LedgerRow & {
  /** 年度 */
  readonly year: number;
  /** 常住人口（人） */
  readonly people: number;
  /** 数据来源 */
  readonly source: string;
  /** 文件 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 火灾统计月报 */
export type AssessmentFireOutcome = LedgerRow & {
  /** 月份 */
  readonly month: string;
  /** 火灾起数（起） */
  readonly fires: number;
  /** 死亡人数（人） */
  readonly deaths: number;
  /** 受伤人数（人） */
  readonly injuries: number;
  /** 直接财产损失（万元） */
  readonly lossWan: number;
  /** 较大火灾（起） */
  readonly large: number | null;
  /** 重大火灾（起） */
  readonly major: number | null;
  /** 特别重大火灾（起） */
  readonly gravest: number | null;
  /** 重大亡人责任火灾（起） */
  readonly majorResponsible: number | null;
  /** 特别重大亡人责任火灾（起） */
  readonly gravestResponsible: number | null;
  /** 数据来源 */
  readonly source: string;
  /** 文件 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 知晓率调查 */
export type AssessmentAwareness = LedgerRow & {
  /** 调查日期 */
  readonly surveyedOn: string;
  /** 调查对象 */
  readonly group: string;
  /** 方式：street 街头拦访；phone 电话；online 线上问卷；home 入户 */
  readonly way: "street" | "phone" | "online" | "home";
  /** 有效样本（人） */
  readonly asked: number;
  /** 合格人数（人） */
  readonly knew: number;
  /** 薄弱题目 */
  readonly weak: string | null;
  /** 调查单位 */
  readonly source: string;
  /** 原始问卷 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 结果运用 */
export type AssessmentResultUse = LedgerRow & {
  /** 被考核政府 */
  readonly entrant: string;
  /** 方式：praise 通报表扬；urge 督促整改；interview 警示约谈；criticism 通报批评；funding 经费奖补；appointment 评先评优；appraisal 抄送领导班子考核；accountability 移送追责问责 */
  readonly kind: "praise" | "urge" | "interview" | "criticism" | "funding" | "appointment" | "appraisal" | "accountability";
  /** 事由 */
  readonly why: string;
  /** 执行单位 */
  readonly executor: string;
  /** 对象 */
  readonly person: string | null;
  /** 期限 */
  readonly dueOn: string;
  /** 完成日期 */
  readonly doneOn: string | null;
  /** 送达单位 */
  readonly receiver: string | null;
  /** 文号 */
  readonly number: string | null;
  /** 结果 */
  readonly result: string | null;
  /** 文件 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 督导轮次 */
export type AssessmentRound = LedgerRow & {
  /** 名称 */
  readonly name: string;
  /** 类别：periodic 定期督导；midYear 年中督导；special 专项督导；pledge 责任书督导 */
  readonly kind: "periodic" | "midYear" | "special" | "pledge";
  /** 督导单位 */
  readonly host: string;
  /** 起 */
  readonly from: string;
  /** 止 */
  readonly until: string;
  /** 督导组 */
  readonly team: string;
  /** 督导对象 */
  readonly places: readonly {
    readonly name: string;
    readonly on: string | null;
    readonly result: string | null;
  }[] | null;
  /** 检查内容 */
  readonly items: readonly {
    readonly section: string;
    readonly item: string;
    readonly evidence: string | null;
  }[] | null;
  /** 发现问题（个） */
  readonly findings: number | null;
  /** 小结 */
  readonly summary: string | null;
  /** 文件 */
  readonly papers: readonly string[] | null;
  readonly [field: string]: unknown;
};

/** 任务考评映射 */
export type AssessmentTaskMapping = LedgerRow & {
  /** 考评项 */
  readonly name: string;
  /** 考评类别：yearly 年度考评；special 专项考核；supervision 政务督查 */
  readonly kind: "yearly" | "special" | "supervision";
  /** 指标名 */
  readonly measure: string;
  /** 分值 */
  readonly weight: number;
  /** 得零分 */
  readonly zeroAt: number;
  /** 得满分 */
  readonly fullAt: number;
  /** 启用日期 */
  readonly from: string;
  /** 停用日期 */
  readonly until: string | null;
  /** 依据 */
  readonly basis: string | null;
  readonly [field: string]: unknown;
};

/** 考核方案 */
export type AssessmentScheme = CaseRow & {
  /** 代号 */
  readonly code: string;
  /** 版 */
  readonly edition: number;
  /** 方案名称 */
  readonly title: string;
  /** 考核对象：county 县（市、区）；town 乡镇（街道） */
  readonly level: "county" | "town";
  /** 施行日期 */
  readonly from: string;
  /** 失效日期 */
  readonly until: string | null;
  /** 方案内容 */
  readonly source: string;
  /** 指标数 */
  readonly indicators: number | null;
  /** 改动 */
  readonly changes: string | null;
  /** 发文字号 */
  readonly documentNumber: string | null;
  /** 拟稿人 */
  readonly writtenBy: string | null;
  /** 审定人 */
  readonly approvedBy: string | null;
  /** 审定日期 */
  readonly approvedOn: string | null;
  readonly [field: string]: unknown;
};

/** 可以提的请求 */
export type RequestKind = {
  readonly kind: string;
  readonly label: string;
  /** 须指定机构 */
  readonly toNamed: boolean;
  readonly asks: readonly string[];
};

/** 办件的一项附带请求：抄告、协办、会签、延期 */
export type AskedRequest = {
  readonly id: string;
  readonly number: string | null;
  readonly caseName: string;
  readonly caseId: string;
  readonly kind: string;
  readonly subject: string;
  readonly note: string;
  /** 随请求所报的栏 */
  readonly given: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly fromOrgan: string | null;
  readonly fromName: string | null;
  readonly byName: string | null;
  readonly toOrgan: string | null;
  readonly toName: string | null;
  readonly askedAt: string;
  readonly dueAt: string | null;
  /** 签收 */
  readonly receivedAt: string | null;
  readonly answeredAt: string | null;
  readonly answeredByName: string | null;
  /** 准与不准；答复类没有 */
  readonly granted: boolean | null;
  readonly answer: string | null;
  readonly answerFiles: readonly string[];
  /** 了结；协办须经核实 */
  readonly settledAt: string | null;
  /** 退回次数 */
  readonly returns: number;
};

/** 一份收下的文件；其他台账以 id 引用 */
export type KeptFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

/** 已收下多少字节：下一段从此处起 */
export type ReceivedBytes = {
  readonly receivedBytes: number;
};

/** 一天的现场资料 */
export type FieldDay = {
  readonly day: string;
  readonly me: {
    readonly id: string;
    readonly name: string;
    readonly organ: string | null;
    readonly areaName: string;
  };
  readonly tasks: readonly {
    readonly id: string;
    readonly unit: string;
    readonly purpose: string;
    readonly dueOn: string | null;
    readonly note: string | null;
    readonly state: string;
    readonly lists: readonly {
      readonly id: string;
      readonly version: number;
    }[];
    readonly inspectors: readonly string[];
  }[];
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly areaName: string | null;
    readonly kind: string;
    readonly grade: string | null;
    readonly lon: number | null;
    readonly lat: number | null;
    readonly datum: string | null;
    readonly responsible: string | null;
    readonly manager: string | null;
    readonly code: string | null;
  }[];
  readonly lists: readonly FieldList[];
  /** 单位类别 → 可用的检查表，首个为默认 */
  readonly listsByKind: Readonly<Record<string, readonly {
    readonly id: string;
    readonly version: number;
  }[]>>;
  readonly hazards: readonly {
    readonly id: string;
    readonly unit: string;
    readonly number: string;
    readonly what: string;
    readonly placeWords: string;
    readonly stateLabel: string;
    readonly dueOn: string | null;
  }[];
  /** 本人以现在的岗位可以做的检查 */
  readonly purposes: Readonly<Record<string, string>>;
  /** 辖区单位太多，只带了重点单位 */
  readonly moreUnits: boolean;
};

export type FieldList = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly section: string;
    readonly text: string;
    readonly ground: string | null;
    readonly grade: "minor" | "general" | "serious";
    readonly penalty: string | null;
    readonly photo: "always" | "onFail" | "never";
    readonly remedy: string | null;
  }[];
};

/** 检查表文件的一列，与猜到的含义 */
export type ListImportColumn = {
  readonly header: string;
  readonly target: "section" | "text" | "ground" | "grade" | "penalty" | "photo" | "remedy" | "id" | null;
  readonly by: "name" | "content" | null;
  readonly filled: number;
  readonly distinct: number;
  readonly longest: number;
  readonly values: readonly string[];
  readonly samples: readonly string[];
};

/** 进程能否接请求、是否在存 */
export type Readiness = {
  readonly database: boolean;
  readonly storing: boolean;
  readonly live: boolean;
  readonly why?: {
    readonly zh: string;
    readonly en: string;
  };
};

/** 手机上的一件：开始检查、一项结论、签字、结束检查、随手拍 */
export type FieldPiece = {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly visit: string;
  readonly kind: "visitBegun";
  readonly unit: string;
  readonly task?: string | null;
  readonly purpose: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey";
  readonly checklist: string;
  readonly version: number;
  readonly inspectors: readonly string[];
  /** 指导式检查 */
  readonly guidance?: boolean;
  readonly point?: FieldPoint | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly visit: string;
  readonly kind: "itemAnswered";
  readonly item: string;
  readonly outcome: "pass" | "fail" | "notApplicable";
  readonly note?: string;
  readonly photos?: readonly string[];
  readonly remedy?: "onSpot" | "deadline" | "advice" | null;
  readonly dueOn?: string | null;
  /** 位置，如 3 层东侧走道 */
  readonly place?: string;
  /** 不合格时生成的隐患，手机给的 id */
  readonly hazard?: string | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly visit: string;
  readonly kind: "visitSigned";
  readonly side: "inspector" | "unit";
  readonly name: string;
  readonly strokes?: readonly (readonly number[])[];
  /** 拒签时的理由 */
  readonly refusedWhy?: string | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly visit: string;
  readonly kind: "visitFinished";
  readonly present?: string;
  readonly presentPost?: string;
  readonly opinion?: string;
  /** 首违不罚 */
  readonly firstExempt?: boolean;
  readonly point?: FieldPoint | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly kind: "hazardFound";
  readonly hazard: string;
  readonly unit?: string | null;
  /** 没有单位时的辖区；不给则按位置或本人辖区 */
  readonly area?: number | null;
  readonly place: string;
  readonly what: string;
  readonly photos?: readonly string[];
  readonly point?: FieldPoint | null;
};

/** 手机所报的位置，WGS-84，误差以米计 */
export type FieldPoint = {
  readonly lon: number;
  readonly lat: number;
  readonly accuracyM?: number | null;
  readonly at?: string | null;
};

/** 手机上的一件：开始巡查、到访一处、发现问题、结束巡查、风险排查 */
export type PatrolPiece = {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly patrol: string;
  readonly kind: "patrolBegun";
  readonly route: string;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly accuracyM?: number | null;
    readonly at?: string | null;
  } | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly patrol: string;
  readonly kind: "pointVisited";
  readonly place: string;
  readonly unit?: string | null;
  /** 未见异常 */
  readonly fine: boolean;
  readonly note?: string;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly accuracyM?: number | null;
    readonly at?: string | null;
  } | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly patrol: string;
  readonly kind: "problemFound";
  readonly place: string;
  readonly what: string;
  /** 当场改正 */
  readonly onSpot: boolean;
  /** 没能当场改正时，另送的 hazardFound 所生成的隐患 */
  readonly hazard?: string | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly patrol: string;
  readonly kind: "patrolEnded";
  readonly words?: string;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly accuracyM?: number | null;
    readonly at?: string | null;
  } | null;
} | {
  /** 手机生成的 UUIDv7 */
  readonly id: string;
  /** 手机上的时间 */
  readonly at: string;
  readonly kind: "riskChecked";
  readonly risk: string;
  readonly patrol?: string | null;
  readonly unit?: string | null;
  readonly place: string;
  readonly placeKind: "shop" | "rental" | "workshop" | "home" | "selfBuilt" | "yard" | "other";
  readonly source: "gridMember" | "village" | "station" | "volunteer" | "citizen" | "platform";
  readonly finder?: string;
  readonly factors?: readonly ("exitBlocked" | "sleepingMixed" | "ebikeIndoors" | "wiring" | "combustibles" | "noExtinguisher" | "alarmBroken" | "vulnerable" | "gasMisuse" | "laneBlocked")[];
  readonly words?: string;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly accuracyM?: number | null;
    readonly at?: string | null;
  } | null;
};

/** 用户：可写的栏 */
export type IdentityUserValues = {
  /** 姓名 */
  readonly name?: string;
  /** 所在部门 */
  readonly organ?: string | null;
  /** 职务 */
  readonly post?: string | null;
  /** 手机 */
  readonly phone?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 单位：可写的栏 */
export type PlacesUnitValues = {
  /** 单位名称 */
  readonly name?: string;
  /** 统一编号 */
  readonly code?: string | null;
  /** 统一社会信用代码 */
  readonly creditCode?: string | null;
  /** 类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kind?: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
  /** 地址 */
  readonly address?: string;
  /** 人工认定：key 重点单位；general 一般单位 */
  readonly decidedGrade?: "key" | "general" | null;
  /** 认定理由 */
  readonly decidedWhy?: string | null;
  /** 火灾高危单位 */
  readonly highRisk?: boolean | null;
  /** 建筑面积（m²） */
  readonly areaM2?: number | null;
  /** 营业面积（m²） */
  readonly businessAreaM2?: number | null;
  /** 层数 */
  readonly floors?: number | null;
  /** 建筑高度（m） */
  readonly heightM?: number | null;
  /** 客房数（间） */
  readonly rooms?: number | null;
  /** 床位数（张） */
  readonly beds?: number | null;
  /** 座位数（个） */
  readonly seats?: number | null;
  /** 从业人数（人） */
  readonly staff?: number | null;
  /** 储量（t） */
  readonly storedT?: number | null;
  /** 设有自动消防设施 */
  readonly hasFacilities?: boolean | null;
  /** 行业主管部门 */
  readonly regulator?: string | null;
  /** 消防安全责任人 */
  readonly responsible?: string | null;
  /** 责任人电话 */
  readonly responsiblePhone?: string | null;
  /** 消防安全管理人 */
  readonly manager?: string | null;
  /** 管理人电话 */
  readonly managerPhone?: string | null;
  /** 消防控制室电话 */
  readonly dutyPhone?: string | null;
  /** 维保单位 */
  readonly maintenance?: string | null;
  /** 维保值班电话 */
  readonly maintenancePhone?: string | null;
  /** 车辆入口 */
  readonly vehicleEntry?: string | null;
  /** 水泵接合器 */
  readonly pumpConnection?: string | null;
  /** 疏散重点 */
  readonly evacuationFocus?: string | null;
  /** 危险源 */
  readonly hazardNote?: string | null;
  /** 备注 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  };
};

/** 部件点位：可写的栏 */
export type FacilitiesComponentValues = {
  /** 单位 */
  readonly unit?: string;
  /** 消防设施 */
  readonly facility?: string | null;
  /** 建筑 */
  readonly building?: string | null;
  /** 传输装置地址 */
  readonly address?: string;
  /** 系统类型码 */
  readonly systemType?: number;
  /** 系统地址 */
  readonly systemAddress?: number;
  /** 部件地址 */
  readonly componentAddress?: number;
  /** 部件类型码 */
  readonly componentType?: number;
  /** 回路 */
  readonly loop?: number | null;
  /** 位号 */
  readonly point?: number | null;
  /** 楼层 */
  readonly floor?: number | null;
  /** 防火分区 */
  readonly zone?: string | null;
  /** 位置 */
  readonly place?: string | null;
  /** 平面图横坐标 */
  readonly planX?: number | null;
  /** 平面图纵坐标 */
  readonly planY?: number | null;
  /** 下限 */
  readonly lowLimit?: number | null;
  /** 上限 */
  readonly highLimit?: number | null;
  /** 状况：inUse 在用；stopped 停用；removed 拆除 */
  readonly state?: "inUse" | "stopped" | "removed";
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 管控方案：可写的栏 */
export type SupervisionListingControlPlanValues = {
  /** 名称 */
  readonly name?: string;
  /** 对象：hazard 重大火灾隐患；unit 重点单位；area 重点区域 */
  readonly target?: "hazard" | "unit" | "area";
  /** 隐患 */
  readonly hazard?: string | null;
  /** 单位 */
  readonly unit?: string | null;
  /** 管控措施 */
  readonly plan?: string;
  /** 责任领导 */
  readonly leader?: string;
  /** 检查间隔（天） */
  readonly everyDays?: number;
  /** 最近检查 */
  readonly lastCheckedOn?: string | null;
  /** 文件 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 检查质量复核：可写的栏 */
export type InspectionQualityCheckValues = {
  /** 原检查 */
  readonly original?: string;
  /** 复核日期 */
  readonly checkedOn?: string;
  /** 复核查出（处） */
  readonly found?: number;
  /** 漏查严重（处） */
  readonly missedSerious?: number;
  /** 漏查其他（处） */
  readonly missedOther?: number;
  /** 说明 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 抽中名单：可写的栏 */
export type InspectionDrawPickValues = {
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 检查对象：可写的栏 */
export type InspectionObjectValues = {
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 监管类别变更：可写的栏 */
export type InspectionSupervisionClassValues = {
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 文书模板：可写的栏 */
export type EnforcementTemplateValues = {
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 参加部门：可写的栏 */
export type EnforcementJointPartValues = {
  /** 联合执法行动 */
  readonly action?: string;
  /** 部门 */
  readonly organ?: string;
  /** 职责：lead 牵头；fire 消防检查；police 治安与人员；order 综合执法；market 市场主体与产品；housing 建设与审验；other 配合 */
  readonly role?: "lead" | "fire" | "police" | "order" | "market" | "housing" | "other";
  /** 分工 */
  readonly task?: string;
  /** 人数（人） */
  readonly people?: number | null;
  /** 联络人 */
  readonly contact?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 联合检查记录：可写的栏 */
export type EnforcementJointFindingValues = {
  /** 联合执法行动 */
  readonly action?: string;
  /** 单位 */
  readonly unit?: string | null;
  /** 检查对象 */
  readonly target?: string;
  /** 部门 */
  readonly organ?: string;
  /** 检查日期 */
  readonly checkedOn?: string;
  /** 发现问题 */
  readonly found?: string | null;
  /** 问题数（处） */
  readonly problems?: number;
  /** 处理：onSpot 当场改正；order 责令限期改正；penalty 立案处罚；seal 查封；transfer 移交其他部门；none 未发现问题 */
  readonly done?: readonly ("onSpot" | "order" | "penalty" | "seal" | "transfer" | "none")[];
  /** 罚款（元） */
  readonly fineYuan?: number | null;
  /** 照片 */
  readonly photos?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 巡查点：可写的栏 */
export type UnitManagementPatrolPointValues = {
  /** 单位 */
  readonly unit?: string;
  /** 名称 */
  readonly name?: string;
  /** 位置 */
  readonly place?: string;
  /** 看什么 */
  readonly looksAt?: string | null;
  /** 次序 */
  readonly turn?: number | null;
  /** 使用中 */
  readonly inUse?: boolean;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 培训记录：可写的栏 */
export type UnitManagementTrainingValues = {
  /** 单位 */
  readonly unit?: string;
  /** 培训内容 */
  readonly topic?: string;
  /** 培训日期 */
  readonly heldOn?: string;
  /** 类别：regular 全员培训；newcomer 上岗前培训；special 专门培训 */
  readonly kind?: "regular" | "newcomer" | "special";
  /** 参加人数（人） */
  readonly trained?: number;
  /** 应到人数（人） */
  readonly expected?: number;
  /** 考核合格（人） */
  readonly passed?: number | null;
  /** 参加人员 */
  readonly names?: string | null;
  /** 照片 */
  readonly photos?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 行业归口：可写的栏 */
export type ResponsibilityRegulatorRuleValues = {
  /** 行业 */
  readonly industry?: string;
  /** 按什么归：kind 单位类别；licence 许可登记；port 港口区域；state 监管国企 */
  readonly basis?: "kind" | "licence" | "port" | "state";
  /** 单位类别：shop 商场市场；hotel 宾馆饭店；entertainment 公共娱乐；restaurant 餐饮；stadium 体育场馆会堂；hospital 医院；nursing 养老机构；school 学校；boardingSchool 寄宿学校；kindergarten 幼儿园；government 机关；broadcast 广电通信；station 客运站场；airport 民用机场；library 图书展览；museum 博物馆档案馆；relic 文物建筑；religious 宗教场所；power 发供电；hazardous 易燃易爆；factory 生产企业；research 科研；highRise 高层公共建筑；residence 住宅小区；grainStore 粮食仓库；cottonStore 棉花库；timberYard 木材堆场；warehouse 仓库；construction 建设工地；office 写字楼；smallPlace 九小场所；other 其他 */
  readonly kinds?: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[] | null;
  /** 名称含 */
  readonly nameHas?: string | null;
  /** 只对单位 */
  readonly unit?: string | null;
  /** 主管部门：government 人民政府；party 党委部门；committee 消防安全委员会；fire-brigade 消防救援；monitoring-center 消防远程监控中心；emergency 应急管理；public-security 公安；housing 住房和城乡建设；natural-resources 自然资源和规划；urban-management 综合行政执法；development-reform 发展和改革；industry-information 经济和信息化；finance 财政；human-resources 人力资源和社会保障；education 教育；science 科技；civil-affairs 民政；justice 司法行政；environment 生态环境；transport 交通运输；water-conservancy 水利；agriculture 农业农村；commerce 商务；culture-tourism 文化广电旅游；cultural-relics 文物；religion 民族宗教；health 卫生健康；veterans 退役军人事务；market 市场监督管理；state-assets 国有资产监督管理；statistics 统计；medical-insurance 医疗保障；data-bureau 数据；petitions 信访；business-environment 营商环境；supervision 监察；public-institutions 机构编制；propaganda 宣传；politics-law 政法；organization 组织；meteorology 气象；disabled-federation 残联；trade-union 工会；youth-league 共青团；women 妇联；grain 粮食物资；tobacco 烟草；post 邮政；rail 铁路；power 供电；water 供水；gas 供气；telecom 通信；management-committee 开发区管委会；community-committee 村（居）民委员会；other 其他 */
  readonly organKind?: "government" | "party" | "committee" | "fire-brigade" | "monitoring-center" | "emergency" | "public-security" | "housing" | "natural-resources" | "urban-management" | "development-reform" | "industry-information" | "finance" | "human-resources" | "education" | "science" | "civil-affairs" | "justice" | "environment" | "transport" | "water-conservancy" | "agriculture" | "commerce" | "culture-tourism" | "cultural-relics" | "religion" | "health" | "veterans" | "market" | "state-assets" | "statistics" | "medical-insurance" | "data-bureau" | "petitions" | "business-environment" | "supervision" | "public-institutions" | "propaganda" | "politics-law" | "organization" | "meteorology" | "disabled-federation" | "trade-union" | "youth-league" | "women" | "grain" | "tobacco" | "post" | "rail" | "power" | "water" | "gas" | "telecom" | "management-committee" | "community-committee" | "other";
  /** 优先 */
  readonly rank?: number | null;
  /** 依据 */
  readonly ground?: string | null;
  /** 对应条款 */
  readonly clause?: string | null;
  /** 生效日期 */
  readonly from?: string;
  /** 有效期至 */
  readonly until?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 隶属关系：可写的栏 */
export type ResponsibilityAffiliationValues = {
  /** 单位 */
  readonly unit?: string;
  /** 集团 */
  readonly group?: string;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 试点：可写的栏 */
export type PolicyTasksPilotValues = {
  /** 试点 */
  readonly name?: string;
  /** 试点单位 */
  readonly organ?: string;
  /** 所属行动 */
  readonly programme?: string | null;
  /** 范围 */
  readonly scope?: string;
  /** 做法 */
  readonly method?: string;
  /** 开始 */
  readonly from?: string;
  /** 结束 */
  readonly to?: string | null;
  /** 指标 */
  readonly indicators?: readonly {
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
  }[] | null;
  /** 评估结论：running 试点中；spread 可推广；adjust 需调整；stopped 已停止 */
  readonly result?: "running" | "spread" | "adjust" | "stopped";
  /** 评估意见 */
  readonly evaluation?: string | null;
  /** 评估日期 */
  readonly evaluatedOn?: string | null;
  /** 材料 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 经验做法：可写的栏 */
export type PolicyTasksPracticeValues = {
  /** 题目 */
  readonly title?: string;
  /** 主题：responsibility 责任落实；grassroots 基层治理；hazard 隐患整治；publicity 宣传教育；technology 技防；rescue 救援力量；other 其他 */
  readonly topic?: "responsibility" | "grassroots" | "hazard" | "publicity" | "technology" | "rescue" | "other";
  /** 来源：summary 经验总结；pilot 试点成果；problem 治本举措 */
  readonly origin?: "summary" | "pilot" | "problem";
  /** 试点 */
  readonly pilot?: string | null;
  /** 针对的问题 */
  readonly finding?: string | null;
  /** 报送单位 */
  readonly organ?: string;
  /** 报送日期 */
  readonly writtenOn?: string;
  /** 做法 */
  readonly summary?: string;
  /** 成效 */
  readonly effect?: string | null;
  /** 适用 */
  readonly fits?: string | null;
  /** 材料 */
  readonly papers?: readonly string[] | null;
  /** 评审意见 */
  readonly reviewed?: string | null;
  /** 推荐 */
  readonly recommended?: boolean | null;
  /** 推荐日期 */
  readonly recommendedOn?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 采用记录：可写的栏 */
export type PolicyTasksAdoptionValues = {
  /** 经验做法 */
  readonly practice?: string;
  /** 采用单位 */
  readonly organ?: string;
  /** 采用日期 */
  readonly adoptedOn?: string;
  /** 怎样采用 */
  readonly way?: string;
  /** 效果 */
  readonly effect?: string | null;
  /** 材料 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 成因归类：可写的栏 */
export type PolicyTasksCauseValues = {
  /** 问题代号 */
  readonly cluster?: string;
  /** 问题 */
  readonly problem?: string;
  /** 成因：duty 管理责任不落实；upkeep 设施维护不到位；building 建筑先天不足；energy 用电用火不规范；people 人员意识能力不足；funds 投入不足；other 未归类 */
  readonly cause?: "duty" | "upkeep" | "building" | "energy" | "people" | "funds" | "other";
  /** 分析 */
  readonly why?: string;
  /** 归类日期 */
  readonly settledOn?: string;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 举措采用：可写的栏 */
export type PolicyTasksTemplateUseValues = {
  /** 举措模板 */
  readonly template?: string;
  /** 选用做法 */
  readonly variant?: string;
  /** 采用单位 */
  readonly organ?: string;
  /** 范围 */
  readonly scope?: string;
  /** 开始 */
  readonly from?: string;
  /** 采用前 */
  readonly before?: string | null;
  /** 采用后 */
  readonly after?: string | null;
  /** 成效：running 实施中；good 有效；some 部分有效；none 无效 */
  readonly effect?: "running" | "good" | "some" | "none";
  /** 评估日期 */
  readonly judgedOn?: string | null;
  /** 评估说明 */
  readonly why?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 消安委：可写的栏 */
export type CommitteeCommitteeValues = {
  /** 名称 */
  readonly name?: string;
  /** 层级：city 市级；county 县级；town 乡镇街道 */
  readonly level?: "city" | "county" | "town";
  /** 本级政府 */
  readonly government?: string;
  /** 消安委机构 */
  readonly organ?: string | null;
  /** 办公室设在 */
  readonly secretariat?: string | null;
  /** 主任 */
  readonly chair?: string | null;
  /** 主任职务 */
  readonly chairPost?: string | null;
  /** 主要领导任主任 */
  readonly chairIsChief?: boolean | null;
  /** 副主任 */
  readonly deputies?: readonly {
    readonly name: string;
    readonly post: string | null;
  }[] | null;
  /** 办公室主任 */
  readonly officeHead?: string | null;
  /** 成立日期 */
  readonly foundedOn?: string | null;
  /** 成立文号 */
  readonly foundingNumber?: string | null;
  /** 届满日期 */
  readonly until?: string | null;
  /** 机构组成 */
  readonly composition?: readonly string[] | null;
  /** 议事规则 */
  readonly rules?: readonly string[] | null;
  /** 成员职责 */
  readonly duties?: readonly string[] | null;
  /** 工作制度 */
  readonly systems?: readonly string[] | null;
  /** 四项制度已备 */
  readonly documentsKept?: boolean | null;
  /** 全体会议每年至少（次） */
  readonly plenaryPerYear?: number | null;
  /** 政府常务会议研究：quarter 每季度；half-year 每半年；year 每年 */
  readonly executiveEvery?: "quarter" | "half-year" | "year" | null;
  /** 自何日起 */
  readonly owedSince?: string | null;
  /** 会商间隔（天） */
  readonly consultEveryDays?: number | null;
  /** 说明 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 建设规范：可写的栏 */
export type GrassrootsNormValues = {
  /** 名称 */
  readonly name?: string;
  /** 力量类别：office 消防办；station 管理站；village 村社组织；microStation 微型消防站 */
  readonly force?: "office" | "station" | "village" | "microStation";
  /** 状态：draft 拟订；inForce 施行；retired 停用 */
  readonly status?: "draft" | "inForce" | "retired";
  /** 施行日期 */
  readonly from?: string;
  /** 文号 */
  readonly document?: string | null;
  /** 附件 */
  readonly annex?: readonly string[] | null;
  /** 职责任务 */
  readonly duties?: string | null;
  /** 运行保障 */
  readonly funding?: string | null;
  /** 条目 */
  readonly items?: readonly {
    readonly section: "duties" | "people" | "facilities" | "operation" | "support" | "assessment";
    readonly what: string;
    readonly field: string | null;
    readonly of: string | null;
    readonly least: number | null;
  }[] | null;
  /** 备注 */
  readonly note?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 运行规程：可写的栏 */
export type GrassrootsWorkflowValues = {
  /** 名称 */
  readonly name?: string;
  /** 事项：patrol 巡查；hazard 隐患；notice 通知；drill 演练；report 报告 */
  readonly kind?: "patrol" | "hazard" | "notice" | "drill" | "report";
  /** 状态：draft 拟订；inForce 施行；retired 停用 */
  readonly status?: "draft" | "inForce" | "retired";
  /** 施行日期 */
  readonly from?: string;
  /** 周期：month 月；quarter 季度；year 年 */
  readonly every?: "month" | "quarter" | "year";
  /** 每期至少（次） */
  readonly least?: number | null;
  /** 办结时限（天） */
  readonly withinDays?: number | null;
  /** 达标比例（%） */
  readonly share?: number | null;
  /** 步骤 */
  readonly steps?: readonly {
    readonly step: string;
    readonly who: string;
    readonly days: number | null;
  }[] | null;
  /** 文号 */
  readonly document?: string | null;
  /** 文件 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 风险排查：可写的栏 */
export type GrassrootsRiskCheckValues = {
  /** 地点 */
  readonly placeWords?: string;
  /** 场所类别：shop 沿街商铺；rental 出租房；workshop 作坊厂房；home 居民家庭；selfBuilt 自建房；yard 楼院公共部位；other 其他 */
  readonly placeKind?: "shop" | "rental" | "workshop" | "home" | "selfBuilt" | "yard" | "other";
  /** 单位 */
  readonly unit?: string | null;
  /** 排查日期 */
  readonly checkedOn?: string;
  /** 来源：gridMember 网格员；village 村社；station 管理站；volunteer 志愿者；citizen 群众；platform 平台推送 */
  readonly source?: "gridMember" | "village" | "station" | "volunteer" | "citizen" | "platform";
  /** 发现人 */
  readonly finder?: string;
  /** 网格员 */
  readonly member?: string | null;
  /** 风险因素：exitBlocked 出口锁闭或堵塞；sleepingMixed 生产经营场所住人；ebikeIndoors 电动车室内停放充电；wiring 电线私拉乱接；combustibles 大量可燃物；noExtinguisher 没有灭火器；alarmBroken 报警或喷淋失效；vulnerable 老弱独居；gasMisuse 燃气使用不当；laneBlocked 消防通道被占 */
  readonly factors?: readonly ("exitBlocked" | "sleepingMixed" | "ebikeIndoors" | "wiring" | "combustibles" | "noExtinguisher" | "alarmBroken" | "vulnerable" | "gasMisuse" | "laneBlocked")[] | null;
  /** 情况 */
  readonly words?: string | null;
  /** 照片 */
  readonly photos?: readonly string[] | null;
  /** 盯办销记 */
  readonly settledOn?: string | null;
  /** 销记说明 */
  readonly settledWords?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  };
};

/** 常住人口：可写的栏 */
export type AssessmentPopulationValues = {
  /** 年度 */
  readonly year?: number;
  /** 常住人口（人） */
  readonly people?: number;
  /** 数据来源 */
  readonly source?: string;
  /** 文件 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 火灾统计月报：可写的栏 */
export type AssessmentFireOutcomeValues = {
  /** 月份 */
  readonly month?: string;
  /** 火灾起数（起） */
  readonly fires?: number;
  /** 死亡人数（人） */
  readonly deaths?: number;
  /** 受伤人数（人） */
  readonly injuries?: number;
  /** 直接财产损失（万元） */
  readonly lossWan?: number;
  /** 较大火灾（起） */
  readonly large?: number | null;
  /** 重大火灾（起） */
  readonly major?: number | null;
  /** 特别重大火灾（起） */
  readonly gravest?: number | null;
  /** 重大亡人责任火灾（起） */
  readonly majorResponsible?: number | null;
  /** 特别重大亡人责任火灾（起） */
  readonly gravestResponsible?: number | null;
  /** 数据来源 */
  readonly source?: string;
  /** 文件 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 知晓率调查：可写的栏 */
export type AssessmentAwarenessValues = {
  /** 调查日期 */
  readonly surveyedOn?: string;
  /** 调查对象 */
  readonly group?: string;
  /** 方式：street 街头拦访；phone 电话；online 线上问卷；home 入户 */
  readonly way?: "street" | "phone" | "online" | "home";
  /** 有效样本（人） */
  readonly asked?: number;
  /** 合格人数（人） */
  readonly knew?: number;
  /** 薄弱题目 */
  readonly weak?: string | null;
  /** 调查单位 */
  readonly source?: string;
  /** 原始问卷 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 结果运用：可写的栏 */
export type AssessmentResultUseValues = {
  /** 被考核政府 */
  readonly entrant?: string;
  /** 方式：praise 通报表扬；urge 督促整改；interview 警示约谈；criticism 通报批评；funding 经费奖补；appointment 评先评优；appraisal 抄送领导班子考核；accountability 移送追责问责 */
  readonly kind?: "praise" | "urge" | "interview" | "criticism" | "funding" | "appointment" | "appraisal" | "accountability";
  /** 事由 */
  readonly why?: string;
  /** 执行单位 */
  readonly executor?: string;
  /** 对象 */
  readonly person?: string | null;
  /** 期限 */
  readonly dueOn?: string;
  /** 完成日期 */
  readonly doneOn?: string | null;
  /** 送达单位 */
  readonly receiver?: string | null;
  /** 文号 */
  readonly number?: string | null;
  /** 结果 */
  readonly result?: string | null;
  /** 文件 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 督导轮次：可写的栏 */
export type AssessmentRoundValues = {
  /** 名称 */
  readonly name?: string;
  /** 类别：periodic 定期督导；midYear 年中督导；special 专项督导；pledge 责任书督导 */
  readonly kind?: "periodic" | "midYear" | "special" | "pledge";
  /** 督导单位 */
  readonly host?: string;
  /** 起 */
  readonly from?: string;
  /** 止 */
  readonly until?: string;
  /** 督导组 */
  readonly team?: string;
  /** 督导对象 */
  readonly places?: readonly {
    readonly name: string;
    readonly on: string | null;
    readonly result: string | null;
  }[] | null;
  /** 检查内容 */
  readonly items?: readonly {
    readonly section: string;
    readonly item: string;
    readonly evidence: string | null;
  }[] | null;
  /** 小结 */
  readonly summary?: string | null;
  /** 文件 */
  readonly papers?: readonly string[] | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 任务考评映射：可写的栏 */
export type AssessmentTaskMappingValues = {
  /** 考评项 */
  readonly name?: string;
  /** 考评类别：yearly 年度考评；special 专项考核；supervision 政务督查 */
  readonly kind?: "yearly" | "special" | "supervision";
  /** 指标名 */
  readonly measure?: string;
  /** 分值 */
  readonly weight?: number;
  /** 得零分 */
  readonly zeroAt?: number;
  /** 得满分 */
  readonly fullAt?: number;
  /** 启用日期 */
  readonly from?: string;
  /** 停用日期 */
  readonly until?: string | null;
  /** 依据 */
  readonly basis?: string | null;
  /** 自定字段的值 */
  readonly custom?: Readonly<Record<string, unknown>>;
};

/** 社会治理中心推送的重大消防问题 */
export type PlatformProblem = {
  /** 对方清单编号；同一编号重复推送只立一个 */
  readonly number: string;
  readonly list: "tour" | "audit" | "supervision" | "ecology" | "safety" | "opinion" | "petition";
  readonly title: string;
  readonly what: string;
  /** 区划代码，须在授权辖区内 */
  readonly areaCode: string;
  /** 牵头党组织 */
  readonly branch: string;
  readonly branchLead: string;
  readonly dueOn: string;
  readonly measures?: string | null;
};

/** 基层平台推送的事件 */
export type PlatformEvent = {
  /** 对方平台的事件编号；同一编号重复推送只立一件 */
  readonly number: string;
  /** hazard 火灾隐患，task 工单，report 群众反映 */
  readonly kind: "hazard" | "task" | "report";
  readonly title: string;
  readonly what: string;
  /** 乡镇（9 位）、村社（12 位）或网格（15 位）区划代码，须在授权辖区内 */
  readonly areaCode: string;
  readonly placeWords: string;
  readonly occurredAt?: string | null;
  readonly reporter?: string | null;
  /** 涉及单位的统一社会信用代码，可不填 */
  readonly creditCode?: string | null;
  readonly dueOn?: string | null;
  readonly point?: {
    readonly lon: number;
    readonly lat: number;
    readonly datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
  } | null;
};

export type TakesId = {
  readonly id: string;
};

export type TakesIdReason = {
  readonly id: string;
} & {
  readonly reason: string;
};

export type TakesCode = {
  readonly code: string;
};

export type TakesIdNote = {
  readonly id: string;
} & {
  readonly note?: string;
};

export type TakesArea = {
  readonly area?: number | null | undefined;
};

export type TakesLimit = {
  readonly limit?: number | null | undefined;
};

export type TakesIdOn = {
  readonly id: string;
  readonly on?: string | null | undefined;
};

export type TakesPackArea = {
  readonly pack?: string | null | undefined;
  readonly area?: number | null | undefined;
};

export type TakesViewWhereQSortAfterOffsetLimit = {
  readonly view?: string | null | undefined;
  readonly where?: string | null | undefined;
  readonly q?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
  readonly limit?: number | null | undefined;
};

export type TakesIdVersionNote = {
  readonly id: string;
} & {
  /** 所见的版次；已有人办过则拒绝 */
  readonly version?: number;
  /** 说明 */
  readonly note: string;
  readonly [field: string]: unknown;
};

export type TakesImportId = {
  readonly importId: string;
};

export type TakesIdFile = {
  readonly id: string;
  readonly file: string;
};

export type TakesZXYViewWhereQDatumStand = {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly view?: string | null | undefined;
  readonly where?: string | null | undefined;
  readonly q?: string | null | undefined;
  readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09" | null | undefined;
  readonly stand?: string | null | undefined;
};

export type Operations = {
  /** 台账目录 */
  "GET /schema": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly ledgers: readonly LedgerName[];
    };
  };
  /** 一份台账的字段、视图与办理步骤 */
  "GET /schema/{module}/{ledger}": {
    readonly takes: {
      readonly module: string;
      readonly ledger: string;
    };
    readonly gives: LedgerSchema;
  };
  /** 指标目录 */
  "GET /measures": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly measures: readonly Measure[];
    };
  };
  /** 一个指标的数值与分解 */
  "GET /measures/{name}": {
    readonly takes: {
      readonly name: string;
      readonly area?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly by?: "none" | "area" | "month" | "day" | "split" | "per" | null | undefined;
    };
    readonly gives: {
      readonly measure: {
        readonly name: string;
        readonly label: string;
        readonly unit: string;
        readonly better?: "higher" | "lower";
        readonly target?: number;
        readonly decimals?: number;
        /** 台账的路径 */
        readonly path: string | null;
      };
      readonly from: string;
      readonly to: string;
      readonly figures: readonly Figure[];
    };
  };
  /** 指标背后的记录 */
  "GET /measures/{name}/rows": {
    readonly takes: {
      readonly name: string;
      readonly area?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly part?: "all" | "spoil" | null | undefined;
      readonly limit?: number | null | undefined;
      readonly offset?: number | null | undefined;
    };
    readonly gives: {
      readonly ledger: string;
      readonly rows: readonly LedgerRow[];
      readonly count: number;
    };
  };
  /** 自定字段 列表 */
  "GET /fields": {
    readonly takes: {
      readonly ledger?: string | null | undefined;
    };
    readonly gives: {
      readonly fields: readonly CustomField[];
      readonly limit: number;
      readonly can: readonly string[];
      readonly clauses: readonly {
        readonly document: string;
        readonly number: string;
        readonly words?: string;
      }[];
    };
  };
  /** 自定字段 送审新字段 */
  "POST /fields": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly definition: {
        readonly label: string;
        readonly labelEn?: string;
        readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "choice" | "many" | "person";
        readonly unit?: string;
        readonly min?: number;
        readonly max?: number;
        readonly required?: boolean;
        readonly help?: string;
        readonly group?: string;
        readonly choices?: Readonly<Record<string, string>>;
        readonly appears?: Condition;
        readonly clause?: {
          readonly document: string;
          readonly number: string;
          readonly words?: string;
        };
      };
      readonly promote?: boolean;
      readonly fill?: string | number | boolean | readonly string[];
    };
    readonly gives: CustomField;
  };
  /** 自定字段 送审修改、停用、恢复或升为可筛 */
  "PATCH /fields": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly what: "change" | "retire" | "restore" | "promote";
      readonly definition?: {
        readonly label: string;
        readonly labelEn?: string;
        readonly kind: "text" | "long" | "integer" | "decimal" | "yes" | "day" | "choice" | "many" | "person";
        readonly unit?: string;
        readonly min?: number;
        readonly max?: number;
        readonly required?: boolean;
        readonly help?: string;
        readonly group?: string;
        readonly choices?: Readonly<Record<string, string>>;
        readonly appears?: Condition;
        readonly clause?: {
          readonly document: string;
          readonly number: string;
          readonly words?: string;
        };
      };
      readonly fill?: string | number | boolean | readonly string[];
    };
    readonly gives: CustomField;
  };
  /** 自定字段 生效后的影响 */
  "GET /fields/effect": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly label?: string | null | undefined;
      readonly appears?: string | null | undefined;
    };
    readonly gives: CustomFieldEffect;
  };
  /** 自定字段 排序 */
  "POST /fields/order": {
    readonly takes: {
      readonly ledger: string;
      readonly keys: readonly string[];
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 自定字段 审核 */
  "POST /fields/decide": {
    readonly takes: {
      readonly ledger: string;
      readonly key: string;
      readonly granted: boolean;
      readonly why?: string;
    };
    readonly gives: CustomField;
  };
  /** 我的与共享的视图 */
  "GET /views": {
    readonly takes: {
      readonly ledger: string;
    };
    readonly gives: {
      readonly views: readonly SavedView[];
      readonly canShare: boolean;
    };
  };
  /** 保存视图 */
  "POST /views": {
    readonly takes: {
      readonly ledger: string;
      readonly label: string;
      readonly where: Condition;
      readonly sort?: string | null;
      readonly shared?: boolean;
    };
    readonly gives: SavedView;
  };
  /** 视图 改名、共享或收回 */
  "PATCH /views/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly label?: string;
      readonly shared?: boolean;
    };
    readonly gives: SavedView;
  };
  /** 删除视图 */
  "DELETE /views/{id}": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 搜索全部台账、编号与菜单 */
  "GET /search": {
    readonly takes: {
      readonly q: string;
    };
    readonly gives: {
      readonly groups: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string | null;
        readonly more: boolean;
        readonly rows: readonly {
          readonly id: string;
          readonly title: string;
          readonly note: string;
          readonly path: string;
        }[];
      }[];
      readonly numbers: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string | null;
        readonly more: boolean;
        readonly rows: readonly {
          readonly id: string;
          readonly title: string;
          readonly note: string;
          readonly path: string;
        }[];
      }[];
      readonly commands: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string;
      }[];
    };
  };
  /** 我的界面偏好 */
  "GET /preferences": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly preferences: Readonly<Record<string, unknown>>;
    };
  };
  /** 记下一项界面偏好 */
  "PATCH /preferences": {
    readonly takes: {
      readonly name: string;
      readonly value: unknown;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 我的待办与未读 计数 */
  "GET /work/counts": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: WorkCounts;
  };
  /** 待办 */
  "GET /work/todo": {
    readonly takes: {
      readonly kind?: string | null | undefined;
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkTodo[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 已办 */
  "GET /work/done": {
    readonly takes: {
      readonly kind?: string | null | undefined;
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkDone[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 我发起 */
  "GET /work/opened": {
    readonly takes: {
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkOpened[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 抄送 */
  "GET /work/told": {
    readonly takes: {
      readonly after?: string | null | undefined;
      readonly limit?: number | null | undefined;
      readonly unread?: "true" | "false" | null | undefined;
    };
    readonly gives: {
      readonly items: readonly WorkTold[];
      /** 下一页的 after */
      readonly next: string | null;
    };
  };
  /** 抄送 已读 */
  "POST /work/told/read": {
    readonly takes: {
      readonly ids?: readonly string[];
    };
    readonly gives: {
      readonly read: number;
    };
  };
  /** 待答复：本机构被抄告、协办、会签、请准的事 */
  "GET /work/asked": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly requests: readonly ShownRequest[];
    };
  };
  /** 一项请求 */
  "GET /work/asked/{id}": {
    readonly takes: TakesId;
    readonly gives: ShownRequest;
  };
  /** 签收 */
  "POST /work/asked/{id}/receive": {
    readonly takes: TakesId;
    readonly gives: ShownRequest;
  };
  /** 答复，或准与不准 */
  "POST /work/asked/{id}/answer": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly granted?: boolean;
      readonly answer: string;
      readonly files?: readonly string[];
    };
    readonly gives: ShownRequest;
  };
  /** 核实协办：认可，或退回 */
  "POST /work/asked/{id}/settle": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly accepted: boolean;
      readonly note?: string;
    };
    readonly gives: ShownRequest;
  };
  /** 某天是不是工作日 */
  "GET /calendar/days/{day}": {
    readonly takes: {
      readonly day: string;
    };
    readonly gives: DayKind;
  };
  /** 试算一次调整：会影响什么，为什么不能办；不保存 */
  "POST /areas/adjustments/preview": {
    readonly takes: {
      /** 更名、合并、划转、新设（拆分） */
      readonly kind: "rename" | "merge" | "move" | "establish";
      /** 更名、划转：一个；合并：并入的几个；新设：划入新区的下一级辖区，可以没有 */
      readonly areas: readonly number[];
      /** 合并到的现有辖区；空则按名称新设 */
      readonly into?: number | null;
      /** 划转或新设到的上级辖区 */
      readonly parent?: number | null;
      /** 新名称 */
      readonly name?: string | null;
      /** 新的行政区划代码；没有则暂编 */
      readonly code?: string | null;
      readonly effectiveOn: string;
      /** 批复文号 */
      readonly document: string;
      readonly reason: string;
    };
    readonly gives: AreaAdjustmentOutlook;
  };
  /** 行政区划调整 */
  "GET /areas/adjustments": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly adjustments: readonly AreaAdjustment[];
      readonly mayPrepare: boolean;
      readonly mayApprove: boolean;
    };
  };
  /** 拟订一次调整，待另一名管理员确认 */
  "POST /areas/adjustments": {
    readonly takes: {
      /** 更名、合并、划转、新设（拆分） */
      readonly kind: "rename" | "merge" | "move" | "establish";
      /** 更名、划转：一个；合并：并入的几个；新设：划入新区的下一级辖区，可以没有 */
      readonly areas: readonly number[];
      /** 合并到的现有辖区；空则按名称新设 */
      readonly into?: number | null;
      /** 划转或新设到的上级辖区 */
      readonly parent?: number | null;
      /** 新名称 */
      readonly name?: string | null;
      /** 新的行政区划代码；没有则暂编 */
      readonly code?: string | null;
      readonly effectiveOn: string;
      /** 批复文号 */
      readonly document: string;
      readonly reason: string;
    };
    readonly gives: AreaAdjustment;
  };
  /** 下级辖区及沿革，含已撤并的；不给上级时从本人辖区起 */
  "GET /areas/lineage": {
    readonly takes: {
      readonly parent?: number | null | undefined;
    };
    readonly gives: {
      readonly areas: readonly AreaLineage[];
    };
  };
  /** 一次调整：办到哪一步，会影响什么 */
  "GET /areas/adjustments/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly adjustment: AreaAdjustment;
      readonly outlook: AreaAdjustmentOutlook | null;
      readonly moved: readonly {
        readonly of: string;
        readonly label: string | null;
        readonly rows: number;
      }[];
    };
  };
  /** 确认调整：到生效日由系统执行一次 */
  "POST /areas/adjustments/{id}/approve": {
    readonly takes: TakesId;
    readonly gives: AreaAdjustment;
  };
  /** 撤回或退回调整；已开始执行的不能撤回 */
  "POST /areas/adjustments/{id}/withdraw": {
    readonly takes: TakesIdReason;
    readonly gives: AreaAdjustment;
  };
  /** 下级辖区；不给上级时从本人辖区起 */
  "GET /areas": {
    readonly takes: {
      readonly parent?: number | null | undefined;
    };
    readonly gives: {
      readonly areas: readonly Area[];
    };
  };
  /** 按名称、拼音、首字母或代码找辖区 */
  "GET /areas/search": {
    readonly takes: {
      readonly q: string;
    };
    readonly gives: {
      readonly areas: readonly Area[];
    };
  };
  /** 一个辖区和它的上级 */
  "GET /areas/{key}": {
    readonly takes: {
      readonly key: number;
    };
    readonly gives: {
      readonly area: Area;
      readonly path: readonly {
        readonly key: number;
        readonly name: string;
      }[];
      readonly range: {
        readonly lo: number;
        readonly hi: number;
      };
      readonly ended: {
        readonly on: string;
        readonly became: readonly {
          readonly key: number;
          readonly name: string;
        }[];
      } | null;
    };
  };
  /** 边界（GeoJSON，CGCS2000） */
  "GET /boundaries": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly type: "FeatureCollection";
      readonly features: readonly {
        readonly type: "Feature";
        readonly properties: {
          readonly adcode: string;
          readonly name: string;
          readonly level: string;
          readonly area: number;
        };
        readonly geometry: {
          readonly type: "Polygon";
          readonly coordinates: readonly (readonly (readonly [number, number])[])[];
        } | {
          readonly type: "MultiPolygon";
          readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[];
        };
      }[];
    };
  };
  /** 导入行政区划边界 */
  "POST /boundaries": {
    readonly takes: {
      readonly datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
      readonly source: string;
      readonly geojson: {
        readonly type: string;
        readonly [field: string]: unknown;
      };
      readonly dryRun?: boolean;
    };
    readonly gives: {
      readonly saved: number;
      readonly areas: readonly {
        readonly code: string;
        readonly name: string;
      }[];
      readonly notes: readonly {
        readonly code: string;
        readonly message: string;
      }[];
    };
  };
  /** 城市轮廓与单位点位（公开，不含名称） */
  "GET /public/city": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: City;
  };
  /** 登录 */
  "POST /session": {
    readonly takes: {
      readonly account: string;
      readonly password: string;
      readonly code?: string;
    };
    readonly gives: {
      readonly mustChangePassword?: boolean;
      readonly mustEnrolTotp?: boolean;
    };
  };
  /** 退出 */
  "DELETE /session": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 我是谁：权限、菜单、首页 */
  "GET /me": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Me;
  };
  /** 改密码 */
  "POST /me/password": {
    readonly takes: {
      readonly current: string;
      readonly next: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 绑定动态码：取密钥 */
  "POST /me/totp": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly secret: string;
      readonly uri: string;
    };
  };
  /** 解除动态码 */
  "DELETE /me/totp": {
    readonly takes: TakesCode;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 绑定动态码：验证第一个码 */
  "POST /me/totp/verify": {
    readonly takes: TakesCode;
    readonly gives: {
      readonly recoveryCodes: readonly string[];
    };
  };
  /** 换一个岗位办事 */
  "POST /me/post": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 我的登录 */
  "GET /me/sessions": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly sessions: readonly {
        readonly id: string;
        readonly createdAt: string;
        readonly lastSeenAt: string;
        readonly address: string;
        readonly current: boolean;
      }[];
    };
  };
  /** 让我的另一处登录退出 */
  "DELETE /me/sessions/{id}": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 开设账号：待安全管理员授权后生效 */
  "POST /identity/accounts": {
    readonly takes: {
      readonly account: string;
      readonly name: string;
      readonly kind: "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
      readonly area: number;
      readonly organ?: string | null;
      readonly unit?: string | null;
      readonly post?: string | null;
      readonly phone?: string | null;
    };
    readonly gives: {
      readonly id: string;
      readonly account: string;
      readonly password: string;
      readonly state: string;
    };
  };
  /** 停用账号 */
  "POST /identity/accounts/{id}/disable": {
    readonly takes: TakesIdReason;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 恢复停用的账号 */
  "POST /identity/accounts/{id}/enable": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly state: string;
    };
  };
  /** 解除登录锁定 */
  "POST /identity/accounts/{id}/unlock": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 重置密码：给一个一次性密码 */
  "POST /identity/accounts/{id}/reset-password": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly password: string;
    };
  };
  /** 解除他人的动态码（手机丢失） */
  "POST /identity/accounts/{id}/reset-totp": {
    readonly takes: TakesIdReason;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 一个账号的岗位授权 */
  "GET /identity/accounts/{id}/posts": {
    readonly takes: TakesId;
    readonly gives: {
      readonly posts: readonly Posting[];
    };
  };
  /** 授予岗位：角色、机构、辖区 */
  "POST /identity/accounts/{id}/posts": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly role: string;
      readonly organ?: string | null;
      readonly area: number;
      readonly title?: string | null;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 收回岗位 */
  "DELETE /identity/posts/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 角色 */
  "GET /identity/roles": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly roles: readonly Role[];
    };
  };
  /** 新建角色 */
  "POST /identity/roles": {
    readonly takes: {
      readonly key: string;
      readonly label: string;
      readonly kind: "official" | "unit";
      readonly patterns: readonly string[];
    };
    readonly gives: Role;
  };
  /** 全部权限名称 */
  "GET /identity/permissions": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly permissions: readonly {
        readonly name: string;
        readonly label: string;
      }[];
    };
  };
  /** 修改角色；内置角色清空权限即恢复出厂 */
  "PUT /identity/roles/{key}": {
    readonly takes: {
      readonly key: string;
    } & {
      readonly label: string;
      readonly patterns: readonly string[] | null;
    };
    readonly gives: Role;
  };
  /** 安全策略 */
  "GET /identity/policy": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Policy;
  };
  /** 修改安全策略 */
  "PUT /identity/policy": {
    readonly takes: {
      /** 连续失败几次后锁定 */
      readonly lockAfter?: number;
      /** 锁定分钟数 */
      readonly lockMinutes?: number;
      /** 同一地址失败几次后锁定 */
      readonly addressLockAfter?: number;
      /** 密码最短长度 */
      readonly passwordMinLength?: number;
      /** 不得重复最近几次密码 */
      readonly passwordHistory?: number;
      /** 密码有效天数，0 为不限 */
      readonly passwordDays?: number;
      /** 无操作退出分钟数 */
      readonly idleMinutes?: number;
      /** 一次登录最长小时数 */
      readonly sessionHours?: number;
      /** 值班岗位一次登录最长小时数 */
      readonly dutySessionHours?: number;
      /** 管理员必须用动态码 */
      readonly adminTotp?: boolean;
    };
    readonly gives: Policy;
  };
  /** 审计日志，新的在前 */
  "GET /identity/audit": {
    readonly takes: {
      readonly before?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
      readonly action?: string | null | undefined;
      readonly actorName?: string | null | undefined;
      readonly subject?: string | null | undefined;
      readonly subjectId?: string | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly entries: readonly AuditEntry[];
      readonly next: number | null;
    };
  };
  /** 校验审计链 */
  "GET /identity/audit/verify": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly ok: boolean;
      readonly entries: number;
      readonly unsealed: number;
      readonly head: string;
      readonly brokenAt?: number;
    };
  };
  /** 底图清单 */
  "GET /base-maps": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly maps: readonly BaseMap[];
    };
  };
  /** 开始导入底图 */
  "POST /base-maps": {
    readonly takes: {
      readonly name: string;
      readonly source: string;
      readonly attribution: string;
      readonly approvalNumber?: string;
      readonly datum: "cgcs2000" | "wgs84" | "gcj02" | "bd09";
      readonly validUntil?: string;
      readonly fileName: string;
      readonly sizeBytes: number;
    };
    readonly gives: {
      readonly id: string;
      readonly receivedBytes: number;
    };
  };
  /** 在用底图 */
  "GET /base-maps/in-force": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly light: BaseMapInForce | null;
      readonly dark: BaseMapInForce | null;
    };
  };
  /** 检查并收下底图 */
  "POST /base-maps/{id}/finish": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly ground?: "all" | "light" | "dark" | "none";
    };
    readonly gives: BaseMapFinished;
  };
  /** 放弃底图上传 */
  "DELETE /base-maps/{id}": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 启用底图 */
  "POST /base-maps/{id}/ground": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly ground: "all" | "light" | "dark" | "none";
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 撤回底图 */
  "POST /base-maps/{id}/withdraw": {
    readonly takes: TakesIdReason;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 值守台：队列、计数、班次、连接 */
  "GET /duty/board": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: DutyBoard;
  };
  /** 警情处置页：单位、联系人、时间线、点位历史、周边 */
  "GET /duty/alarms/{id}": {
    readonly takes: TakesId;
    readonly gives: DutyAlarm;
  };
  /** 呼叫联系人：留痕，返回可拨的地址 */
  "POST /duty/dial": {
    readonly takes: {
      readonly alarm: string;
      readonly dial: string;
    };
    readonly gives: {
      readonly tel: string;
    };
  };
  /** 登记电话报 119 */
  "POST /duty/alarms/{id}/phoned-119": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly who: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 办理屏蔽或测试时段 */
  "POST /duty/windows": {
    readonly takes: {
      readonly kind: "shield" | "test";
      readonly unit: string;
      readonly address?: string;
      readonly systemType?: number;
      readonly systemAddress?: number;
      readonly componentAddress?: number;
      readonly reason: string;
      readonly fromAt?: string;
      readonly until: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 提前结束屏蔽或测试 */
  "POST /duty/windows/{id}/end": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly id: string;
    };
  };
  /** 开始班次 */
  "POST /duty/shifts": {
    readonly takes: {
      readonly name: string;
      readonly untilAt: string;
      readonly leaderName?: string;
      readonly officers: readonly {
        readonly id: string | null;
        readonly name: string;
      }[];
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 当前班次与交接清单 */
  "GET /duty/shift": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly shift: DutyShift | null;
      readonly handover: {
        readonly alarms: readonly DutyQueueRow[];
        readonly windows: readonly RemoteMonitoringWindow[];
        readonly faults: number;
        readonly offline: number;
      };
    };
  };
  /** 交班签字 */
  "POST /duty/shifts/hand-over": {
    readonly takes: {
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 接班签字 */
  "POST /duty/shifts/take-over": {
    readonly takes: {
      readonly name: string;
      readonly untilAt: string;
      readonly leaderName?: string;
      readonly officers: readonly {
        readonly id: string | null;
        readonly name: string;
      }[];
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 值守台在线与声音状态（每 15 秒） */
  "POST /duty/presence": {
    readonly takes: {
      readonly sound: "on" | "off" | "blocked";
      readonly mutedWhy?: string;
      readonly mutedSeconds?: number;
    };
    readonly gives: {
      readonly seats: readonly DutySeatPresence[];
    };
  };
  /** 查岗：一台、若干或全部 */
  "POST /duty/duty-check": {
    readonly takes: {
      readonly addresses?: readonly string[];
      readonly units?: readonly string[];
      readonly all?: true;
      readonly answerMinutes?: number;
    };
    readonly gives: {
      readonly checkId: string;
      readonly asked: number;
    };
  };
  /** 向设备下发命令 */
  "POST /duty/commands": {
    readonly takes: {
      readonly address: string;
      readonly command: {
        readonly kind: "read-system";
        readonly systemType: number;
        readonly systemAddress: number;
      } | {
        readonly kind: "read-component";
        readonly systemType: number;
        readonly systemAddress: number;
        readonly componentAddress: number;
      } | {
        readonly kind: "synchronise-clock" | "initialise" | "read-transmitter" | "read-transmitter-time" | "read-transmitter-version";
      };
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 命令的结果 */
  "GET /duty/commands/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly address: string;
      readonly state: string;
      readonly askedAt: string;
      readonly finishedAt: string | null;
      readonly messageId: string | null;
    };
  };
  /** 值守时限与阈值，连同来源 */
  "GET /duty/settings": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: DutySettings;
  };
  /** 修改值守时限与阈值 */
  "PUT /duty/settings": {
    readonly takes: {
      readonly limits: {
        readonly acceptSeconds?: {
          readonly fire: number;
          readonly supervision: number;
          readonly linkage: number;
          readonly fault: number;
          readonly shield: number;
          readonly offline: number;
          readonly test: number;
        } | null;
        readonly verifySeconds?: {
          readonly fire: number;
          readonly supervision: number;
          readonly linkage: number;
          readonly fault: number;
          readonly shield: number;
          readonly offline: number;
          readonly test: number;
        } | null;
        readonly raiseWindowSeconds?: number | null;
        readonly stormPerMinute?: number | null;
        readonly offlineSeconds?: number | null;
        readonly nuisanceTimes?: number | null;
        readonly nuisanceDays?: number | null;
        readonly dutyAnswerMinutes?: number | null;
        readonly claimFireMinutes?: number | null;
        readonly messageDays?: number | null;
        readonly dispatchUrl?: string | null | null;
        readonly escalation?: readonly {
          readonly kind: "fire" | "supervision" | "linkage" | "fault" | "shield" | "offline" | "test";
          readonly state: "reported" | "accepted" | "verifying";
          readonly afterSeconds: number;
          readonly channel: "screen" | "sms" | "voice";
          readonly to: string;
          readonly what: string;
        }[] | null;
      };
      readonly reason: string;
      readonly writtenAt: string | null;
    };
    readonly gives: DutySettings;
  };
  /** 设备接入：各页签的数 */
  "GET /devices/summary": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: DeviceSummary;
  };
  /** 待登记设备 */
  "GET /devices/unregistered": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly rows: readonly UnregisteredDevice[];
    };
  };
  /** 认领待登记设备 */
  "POST /devices/unregistered/{address}/claim": {
    readonly takes: {
      readonly address: string;
    } & {
      readonly unit: string;
      readonly name: string;
      readonly kind?: "transmitter" | "iot" | "temperature" | "smoke" | "pressure" | "electrical" | "video";
      readonly building?: string;
      readonly profile?: string;
      readonly model?: string;
      readonly heartbeatSeconds?: number;
    };
    readonly gives: {
      readonly id: string;
      readonly address: string;
      readonly raised: number;
    };
  };
  /** 读不懂的字节，连同原因 */
  "GET /devices/unreadable": {
    readonly takes: {
      readonly before?: string | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly UnreadableBytes[];
      readonly next: string | null;
    };
  };
  /** 频繁误报的点位 */
  "GET /devices/nuisance": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly times: number;
      readonly days: number;
      readonly rows: readonly NuisancePoint[];
    };
  };
  /** 推广批次：计划、已装、在线 */
  "GET /devices/rollouts": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly rows: readonly RolloutProgress[];
    };
  };
  /** 设备：状态、连接、时钟、最近消息、点位对应 */
  "GET /devices/{address}": {
    readonly takes: {
      readonly address: string;
    };
    readonly gives: DeviceDetail;
  };
  /** 设备的报文，新的在前 */
  "GET /devices/{address}/messages": {
    readonly takes: {
      readonly address: string;
      readonly before?: string | null | undefined;
    };
    readonly gives: {
      readonly messages: readonly MessageHead[];
      readonly next: string | null;
    };
  };
  /** 一条报文：字节、逐字段、生成的警情 */
  "GET /messages/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly message: WholeMessage;
      readonly cases: readonly MadeCase[];
      readonly point: HeardPoint | null;
    };
  };
  /** 单位端：我的设备、警情、联系人 */
  "GET /unit/desk": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: UnitDesk;
  };
  /** 单位核实答复 */
  "POST /unit/alarms/{id}/answer": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly outcome: "fire" | "none" | "going" | "test" | "operation";
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 技防覆盖：场所类型 × 手段 */
  "GET /remote-monitoring/coverage": {
    readonly takes: {
      readonly days?: number | null | undefined;
    };
    readonly gives: {
      readonly places: Readonly<Record<string, string>>;
      readonly basis: Readonly<Record<string, string>>;
      readonly techniques: Readonly<Record<string, string>>;
      readonly cells: readonly {
        readonly place: string;
        readonly technique: string;
        readonly places: number;
        readonly connected: number;
        readonly devices: number;
        readonly alarms: number;
        readonly closed: number;
      }[];
    };
  };
  /** 驾驶舱：今日警情、在线、当前处置、动态、比较 */
  "GET /wall": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Wall;
  };
  /** 火警最多的单位 */
  "GET /remote-monitoring/busy-units": {
    readonly takes: {
      readonly from: string;
      readonly to: string;
      readonly area?: number | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly {
        readonly unit: string;
        readonly unitName: string;
        readonly fires: number;
        readonly false: number;
        readonly real: number;
        readonly open: number;
      }[];
    };
  };
  /** 登记隐患 */
  "POST /hazard-loop/hazards": {
    readonly takes: {
      /** 手机离线时自编；重复提交不重复立案 */
      readonly id?: string;
      readonly unit?: string | null;
      readonly building?: string | null;
      /** 没有单位时必填 */
      readonly area?: number;
      readonly placeWords: string;
      readonly what: string;
      readonly item?: string | null;
      readonly origin?: "patrol" | "inspection" | "survey" | "selfCheck" | "other";
      readonly grade?: "minor" | "general" | null;
      readonly ground?: string | null;
      readonly foundOn?: string;
      /** 在哪项专项整治中发现 */
      readonly campaign?: string | null;
      readonly photos?: readonly string[];
      readonly point?: {
        readonly lon: number;
        readonly lat: number;
        readonly datum: "wgs84" | "cgcs2000" | "gcj02" | "bd09";
      } | null;
    };
    readonly gives: {
      readonly id: string;
      readonly number: string;
      readonly repeats: number;
      readonly isNew: boolean;
    };
  };
  /** 警情转隐患 */
  "POST /hazard-loop/from-alarm/{id}": {
    readonly takes: TakesIdNote;
    readonly gives: {
      readonly id: string;
      readonly number: string;
      readonly repeats: number;
      readonly isNew: boolean;
    };
  };
  /** 清零看板：下级辖区的隐患 */
  "GET /hazard-loop/board": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly area: number;
      readonly monthStart: string;
      readonly lines: readonly HazardBoardLine[];
    };
  };
  /** 冻结清单为基线 */
  "POST /hazard-loop/baselines": {
    readonly takes: {
      readonly name: string;
      readonly area: number;
      readonly where?: Condition;
    };
    readonly gives: HazardBaselineProgress;
  };
  /** 清单基线 */
  "GET /hazard-loop/baselines": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly baselines: readonly HazardBaseline[];
    };
  };
  /** 清单基线 燃尽 */
  "GET /hazard-loop/baselines/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly baseline: HazardBaselineProgress;
      readonly line: readonly {
        readonly day: string;
        readonly left: number;
      }[];
      readonly byDifficulty: readonly {
        readonly difficulty: string | null;
        readonly rows: number;
        readonly closed: number;
      }[];
    };
  };
  /** 重大火灾隐患判定标准 */
  "GET /hazard-loop/determination-rules": {
    readonly takes: {
      readonly on?: string | null | undefined;
    };
    readonly gives: {
      readonly inForce: {
        readonly edition: string;
        readonly title: string;
        readonly status: "complete" | "awaiting_official_text";
        readonly validFrom: string;
        readonly note: string;
        readonly known: readonly string[];
      } | null;
      readonly edition: string;
      readonly validTo: string | null;
      readonly tags: Readonly<Record<string, string>>;
      readonly inputs: Readonly<Record<string, {
        readonly title: string;
        readonly unit: string;
      }>>;
      readonly groups: Readonly<Record<string, string>>;
      readonly precondition: {
        readonly id: string;
        readonly title: string;
        readonly clause: string;
        readonly confirmed: boolean;
      };
      readonly exclusions: readonly {
        readonly id: string;
        readonly title: string;
        readonly clause: string;
        readonly confirmed: boolean;
      }[];
      readonly thresholds: readonly {
        readonly id: string;
        readonly title: string;
        readonly clause: string;
        readonly confirmed: boolean;
        readonly need: number;
      }[];
      readonly elements: readonly {
        readonly clause: string;
        readonly title: string;
        readonly confirmed: boolean;
        readonly confidence: string;
        readonly askReading: string | null;
        readonly places: readonly string[];
        readonly notPlaces: readonly string[];
        readonly any: readonly {
          readonly yes: string | null;
          readonly first: string | null;
          readonly second: string | null;
          readonly comparator: string | null;
          readonly limit: number | null;
          readonly stricterLimit: number | null;
        }[];
      }[];
    };
  };
  /** 试判：按所填逐项核对 */
  "POST /hazard-loop/determination-check": {
    readonly takes: {
      readonly inspectedOn: string;
      readonly tags?: readonly string[] | null;
      readonly tagsUnknown?: readonly string[] | null;
      readonly correctable?: "yes" | "no" | "unknown" | null;
      readonly exclusions?: readonly string[] | null;
      readonly exclusionsUnknown?: readonly string[] | null;
      readonly elements?: readonly {
        readonly clause: string;
        readonly way: number;
        readonly fact?: boolean | null;
        readonly first?: number | null;
        readonly second?: number | null;
        readonly confirmed?: boolean | null;
      }[] | null;
    };
    readonly gives: Determined;
  };
  /** 发起重大火灾隐患判定 */
  "POST /hazard-loop/determinations": {
    readonly takes: {
      readonly hazard: string;
      readonly inspectedOn: string;
    };
    readonly gives: {
      readonly id: string;
      readonly isNew: boolean;
    };
  };
  /** 判定理由 */
  "GET /hazard-loop/determination/{id}/reasons": {
    readonly takes: TakesId;
    readonly gives: Determined;
  };
  /** 挂牌督办总览 */
  "GET /supervision-listing/overview": {
    readonly takes: {
      readonly year?: number | null | undefined;
      readonly towns?: "true" | "false" | null | undefined;
    };
    readonly gives: {
      readonly year: number;
      readonly governments: readonly {
        readonly id: string;
        readonly name: string;
        readonly level: string;
        /** 每年至少一次重大火灾隐患单位挂牌：县级政府与管委会 */
        readonly owesMajor: boolean;
        readonly area: number;
        readonly batches: number;
        readonly proposed: number;
        readonly open: number;
        readonly overdue: number;
        readonly delisted: number;
        readonly onTime: number;
        readonly majorListings: number;
        readonly batchOwed: "met" | "due" | "missed";
        readonly majorOwed: "met" | "due" | "missed";
      }[];
      readonly towns: {
        readonly all: number;
        readonly withBatch: number;
      };
      readonly unlistedMajor: number;
      readonly interviewsDue: number;
      readonly tools: {
        readonly listings: number;
        readonly interviews: number;
        readonly interviewed: number;
        readonly exposures: number;
        readonly improved: number;
        readonly exposedNow: number;
      };
    };
  };
  /** 提请挂牌督办 */
  "POST /supervision-listing/proposals": {
    readonly takes: {
      readonly government: string;
      readonly batch?: string | null;
      readonly year?: number;
      readonly items: readonly {
        readonly target: "hazard" | "unit" | "area" | "town";
        readonly hazard?: string;
        readonly unit?: string;
        readonly area?: number;
        readonly name?: string;
        readonly title?: string;
        readonly reason: string;
        readonly basis?: string;
      }[];
    };
    readonly gives: {
      readonly listings: readonly {
        readonly id: string;
        readonly targetName: string;
        readonly isNew: boolean;
      }[];
    };
  };
  /** 挂牌督办的文书 */
  "GET /supervision-listing/listing/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为挂牌督办起草文书 */
  "POST /supervision-listing/listing/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "listing-notice" | "delisting-notice";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 约谈的文书 */
  "GET /supervision-listing/interview/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为约谈起草文书 */
  "POST /supervision-listing/interview/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "talk-notice" | "talk-record";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 重点镇街年度考评 */
  "POST /supervision-listing/listing/{id}/assessment": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly year: number;
    };
    readonly gives: {
      readonly proposal: "delist" | "keep";
      readonly firesBefore: number;
      readonly firesNow: number;
      readonly declineRate: number | null;
      readonly declineTarget: number;
      readonly smallNumbers: string | null;
    };
  };
  /** 滚动续挂 */
  "POST /supervision-listing/listing/{id}/roll-over": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly batch?: string | null;
      readonly reason: string;
    };
    readonly gives: {
      readonly id: string;
      readonly timesListed: number;
    };
  };
  /** 未挂牌的重大火灾隐患 */
  "GET /supervision-listing/candidates/hazards": {
    readonly takes: TakesLimit;
    readonly gives: {
      readonly rows: readonly {
        readonly id: string;
        readonly number: string;
        readonly what: string;
        readonly unitId: string | null;
        readonly unitName: string | null;
        readonly area: number;
        readonly areaName: string | null;
        readonly dueAt: string | null;
        readonly overdueDays: number;
        readonly timesBefore: number;
      }[];
      readonly total: number;
    };
  };
  /** 火灾隐患单位排序 */
  "GET /supervision-listing/candidates/units": {
    readonly takes: {
      readonly limit?: number | null | undefined;
      readonly for?: "listing" | "exposure" | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly {
        readonly id: string;
        readonly name: string;
        readonly area: number;
        readonly areaName: string | null;
        readonly major: number;
        readonly overdue: number;
        readonly longestDays: number;
        readonly repeated: number;
        readonly open: number;
        readonly grounds: readonly ("overdue" | "repeated")[];
        readonly exposed: boolean;
      }[];
      readonly overdueDays: number;
      readonly repeats: number;
    };
  };
  /** 重点镇街排序 */
  "GET /supervision-listing/candidates/towns": {
    readonly takes: {
      readonly year: number;
      readonly view?: "all" | "interviews" | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly {
        readonly area: number;
        readonly name: string;
        readonly fires: number | null;
        readonly firesBefore: number | null;
        readonly fatalFires: number | null;
        readonly deaths: number | null;
        readonly source: string | null;
        readonly listed: boolean;
        readonly timesListed: number;
        readonly nextInterviewOn: string | null;
        readonly interviewOverdue: boolean;
      }[];
      readonly withoutFigures: number;
    };
  };
  /** 落实不到位的镇街 */
  "GET /supervision-listing/laggards": {
    readonly takes: TakesLimit;
    readonly gives: {
      readonly rows: readonly {
        readonly area: number;
        readonly name: string;
        readonly open: number;
        readonly overdue: number;
        readonly overduePercent: number;
        readonly listingsOverdue: number;
        readonly few: boolean;
        readonly interviewedOn: string | null;
      }[];
      readonly percent: number;
      readonly least: number;
    };
  };
  /** 拟约谈 */
  "POST /supervision-listing/interviews": {
    readonly takes: {
      readonly title: string;
      readonly kind: "one" | "group";
      readonly subject: "town" | "unit" | "industry" | "department";
      readonly area?: number;
      readonly listing?: string | null;
      readonly invited: readonly {
        readonly who: string;
        readonly why?: string | null;
      }[];
      readonly planOn: string;
    };
    readonly gives: {
      readonly id: string;
      readonly number: string;
    };
  };
  /** 拟曝光 */
  "POST /supervision-listing/exposures": {
    readonly takes: {
      readonly unit: string;
      readonly ground: "overdue" | "repeated";
      readonly content: string;
      readonly media: readonly ("television" | "newspaper" | "internet" | "newMedia" | "publicPlace" | "portal")[];
      readonly place?: string | null;
      readonly showFrom: string;
      readonly showUntil: string;
    };
    readonly gives: {
      readonly id: string;
      readonly number: string;
      readonly isNew: boolean;
    };
  };
  /** 消防安全曝光台（公开） */
  "GET /public/exposures": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly city: string;
      readonly demo: boolean;
      readonly exposures: readonly PublicExposure[];
    };
  };
  /** 督办设置 */
  "GET /supervision-listing/settings": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      /** 本人能否修改：限值全市一套，由市级的人改 */
      readonly mayChange: boolean;
      readonly limits: readonly {
        readonly key: string;
        readonly label: string;
        readonly value: number;
        readonly byDefault: number;
        readonly confirmed: boolean;
      }[];
    };
  };
  /** 修改督办设置 */
  "PUT /supervision-listing/settings": {
    readonly takes: {
      readonly limits: {
        readonly exposeOverdueDays?: number;
        readonly exposeRepeats?: number;
        readonly extensionsMost?: number;
        readonly interviewEveryDays?: number;
        readonly laggardOverduePercent?: number;
        readonly laggardOverdueLeast?: number;
        readonly batchNoticeMonth?: number;
      };
      readonly reason: string;
    };
    readonly gives: {
      /** 本人能否修改：限值全市一套，由市级的人改 */
      readonly mayChange: boolean;
      readonly limits: readonly {
        readonly key: string;
        readonly label: string;
        readonly value: number;
        readonly byDefault: number;
        readonly confirmed: boolean;
      }[];
    };
  };
  /** 安排检查任务 */
  "POST /inspection/tasks": {
    readonly takes: {
      readonly units: readonly string[];
      readonly purpose: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey";
      readonly origin?: "manual" | "complaint" | "recheck";
      readonly dueOn: string;
      readonly lead?: string;
      readonly second?: string;
      readonly others?: readonly string[];
      readonly organs?: readonly string[];
      readonly checklists?: readonly {
        readonly list: string;
        readonly version: number;
        readonly title: string;
      }[];
      readonly note?: string;
    };
    readonly gives: {
      readonly ids: readonly string[];
    };
  };
  /** 可派的检查人员 */
  "GET /inspection/inspectors": {
    readonly takes: {
      readonly purpose?: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey" | null | undefined;
    };
    readonly gives: {
      readonly inspectors: readonly Inspector[];
    };
  };
  /** 可合并的检查任务 */
  "GET /inspection/merge": {
    readonly takes: {
      readonly days?: number | null | undefined;
    };
    readonly gives: {
      /** 已合并少跑的次数 */
      readonly saved: number;
      readonly units: readonly MergeableUnit[];
    };
  };
  /** 合并检查任务（综合查一次） */
  "POST /inspection/merge": {
    readonly takes: {
      readonly tasks: readonly string[];
    };
    readonly gives: {
      readonly id: string;
      readonly savedVisits: number;
    };
  };
  /** 按计划派任务 */
  "POST /inspection/plans/{id}/issue": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly dueOn?: string;
      readonly dryRun?: boolean;
    };
    readonly gives: {
      readonly inScope: number;
      readonly due: number;
      readonly open: number;
      readonly capped: number;
      readonly made: number;
    };
  };
  /** 检查计划进度 */
  "GET /inspection/plans/{id}/progress": {
    readonly takes: TakesId;
    readonly gives: {
      readonly tasks: number;
      readonly done: number;
      readonly late: number;
      readonly noInspector: number;
      readonly found: number;
      readonly rows: readonly {
        readonly area: number;
        readonly name: string;
        readonly tasks: number;
        readonly done: number;
        readonly late: number;
        readonly noInspector: number;
        readonly found: number;
      }[];
    };
  };
  /** 质量复核样本 */
  "GET /inspection/quality/samples": {
    readonly takes: {
      readonly withinDays?: number | null | undefined;
    };
    readonly gives: {
      readonly mayReview: boolean;
      /** 近期查完、还没有抽过的次数 */
      readonly finished: number;
      readonly byInspector: readonly {
        readonly id: string;
        readonly name: string;
        readonly finished: number;
      }[];
      readonly samples: readonly QualitySample[];
    };
  };
  /** 抽取质量复核 */
  "POST /inspection/quality/samples": {
    readonly takes: {
      readonly count: number;
      /** 只抽这位检查人员查的 */
      readonly inspector?: string;
      readonly withinDays?: number;
      readonly dueInDays?: number;
    };
    readonly gives: {
      readonly from: number;
      readonly tasks: readonly string[];
    };
  };
  /** 登记质量复核结果 */
  "POST /inspection/quality": {
    readonly takes: {
      readonly original: string;
      readonly recheck?: string;
      readonly found: number;
      readonly missedSerious: number;
      readonly missedOther: number;
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly score: number;
      readonly agrees: boolean;
    };
  };
  /** 双随机抽查全貌 */
  "GET /inspection/draws/{id}": {
    readonly takes: TakesId;
    readonly gives: DrawShown;
  };
  /** 双随机复算包 */
  "GET /inspection/draws/{id}/package": {
    readonly takes: TakesId;
    readonly gives: DrawPackage;
  };
  /** 复算一批双随机 */
  "GET /inspection/draws/{id}/verification": {
    readonly takes: TakesId;
    readonly gives: {
      readonly same: boolean;
      readonly differs: readonly string[];
      readonly objects: number;
      readonly picks: number;
      readonly inspectors: number;
      readonly at: string;
    };
  };
  /** 公示的双随机抽查 */
  "GET /public/draws": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly draws: readonly {
        readonly number: string;
        readonly title: string;
        readonly organizer: string | null;
        readonly areaName: string | null;
        readonly state: string;
        readonly sha256: string;
        readonly committedAt: string;
        readonly publishedAt: string | null;
        readonly void: string | null;
      }[];
    };
  };
  /** 公示的双随机抽查（复算包） */
  "GET /public/draws/{number}": {
    readonly takes: {
      readonly number: string;
    };
    readonly gives: DrawPackage;
  };
  /** 草拟双随机抽查 */
  "POST /inspection/draws": {
    readonly takes: {
      readonly area?: number;
      readonly ask: number;
      readonly perObject?: number;
      readonly purpose?: "supervision" | "police" | "special" | "joint" | "guidance" | "complaint" | "recheck" | "quality" | "preOpening" | "event" | "commitment" | "industry" | "patrol" | "survey";
      readonly kinds?: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[];
      readonly grades?: readonly ("key" | "general" | "unknown")[];
      readonly organs?: readonly string[];
      readonly skipDays?: number;
      readonly startOn: string;
      readonly dueOn: string;
    };
    readonly gives: {
      readonly id: string;
      readonly state: string;
    };
  };
  /** 冻结名单，公布承诺 */
  "POST /inspection/draws/{id}/commitment": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly state: string;
      readonly commitment: string;
      readonly objects: number;
      readonly inspectors: number;
      readonly excluded: number;
    };
  };
  /** 按公开随机数摇号 */
  "POST /inspection/draws/{id}/cast": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly text: string;
      readonly source: string;
      readonly at: string;
    };
    readonly gives: {
      readonly id: string;
      readonly state: string;
      readonly picks: number;
      readonly tookMs: number;
    };
  };
  /** 派任务 */
  "POST /inspection/draws/{id}/dispatch": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly state: string;
      readonly tasks: number;
    };
  };
  /** 公布抽查结果 */
  "POST /inspection/draws/{id}/publication": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly state: string;
    };
  };
  /** 重抽 */
  "POST /inspection/draws/{id}/redraw": {
    readonly takes: TakesIdReason;
    readonly gives: {
      readonly id: string;
      readonly state: string;
    };
  };
  /** 抽中单位的位置和日程 */
  "GET /inspection/draws/{id}/route": {
    readonly takes: TakesId;
    readonly gives: {
      readonly stops: readonly DrawStop[];
      readonly canArrange: boolean;
    };
  };
  /** 按路线排日程 */
  "POST /inspection/draws/{id}/route": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly perDay?: number;
      readonly dryRun?: boolean;
    };
    readonly gives: {
      /** 改了日期的 */
      readonly moved: number;
      /** 用几个工作日 */
      readonly days: number;
      /** 没有坐标、排在本乡镇最后的 */
      readonly unplaced: number;
      /** 同一天要随两位主查的人次 */
      readonly clashes: number;
    };
  };
  /** 改监管类别 */
  "POST /inspection/objects/{id}/class": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly risk?: "red" | "orange" | "yellow" | "blue";
      readonly credit?: "a" | "b" | "c" | "d" | "unknown";
      readonly source: "assessment" | "credit" | "check" | "person";
      readonly reason: string;
    };
    readonly gives: {
      readonly risk: "red" | "orange" | "yellow" | "blue";
      readonly credit: "a" | "b" | "c" | "d" | "unknown";
      readonly weight: number;
      readonly everyMonths: number;
      readonly dueOn: string | null;
    };
  };
  /** 指定监管人 */
  "POST /inspection/objects/supervisors": {
    readonly takes: {
      readonly objects: readonly string[];
      readonly industryPerson?: string | null;
      readonly areaOrgan?: string;
      readonly areaPerson?: string | null;
    };
    readonly gives: {
      readonly changed: number;
    };
  };
  /** 监管覆盖 */
  "GET /inspection/coverage": {
    readonly takes: TakesArea;
    readonly gives: {
      /** 分级分类的数值是否经本单位核定 */
      readonly confirmed: boolean;
      readonly rows: readonly {
        readonly area: number;
        readonly name: string;
        readonly objects: number;
        readonly both: number;
        readonly noIndustry: number;
        readonly noArea: number;
        readonly never: number;
        readonly due: number;
        readonly checkedYear: number;
      }[];
    };
  };
  /** 收手机送来的检查 */
  "POST /inspection/sync": {
    readonly takes: {
      readonly pieces: readonly FieldPiece[];
    };
    readonly gives: {
      readonly receipts: readonly FieldReceipt[];
      readonly visits: readonly FieldVisitTold[];
      readonly serverTime: string;
    };
  };
  /** 说明一张照片 */
  "POST /inspection/photos": {
    readonly takes: {
      readonly id: string;
      readonly visit?: string | null;
      readonly hazard?: string | null;
      readonly item?: string | null;
      readonly takenAt: string;
      readonly lon?: number | null;
      readonly lat?: number | null;
      readonly accuracyM?: number | null;
      readonly place?: string;
      readonly name?: string;
      /** 手工遮挡的处数 */
      readonly blurred?: number;
      readonly shown: {
        readonly sizeBytes: number;
        readonly sha256: string;
      };
      readonly original?: {
        readonly sizeBytes: number;
        readonly sha256: string;
      } | null;
    };
    readonly gives: {
      readonly shown: PhotoPart;
      readonly original: PhotoPart | null;
    };
  };
  /** 收下照片 */
  "POST /inspection/photos/{id}/{part}/close": {
    readonly takes: {
      readonly id: string;
      readonly part: "shown" | "original";
    };
    readonly gives: {
      readonly receipt: string;
    };
  };
  /** 监督检查记录全文 */
  "GET /inspection/visits/{id}/record": {
    readonly takes: TakesId;
    readonly gives: VisitRecord;
  };
  /** 对照同日的检查记录 */
  "GET /inspection/conflicts/{id}/compare": {
    readonly takes: TakesId;
    readonly gives: {
      /** 结论不同、尚待裁定的项 */
      readonly items: readonly string[];
      readonly records: readonly VisitRecord[];
      /** 其中有本人查的，不能由本人裁定 */
      readonly own: boolean;
    };
  };
  /** 裁定检查冲突 */
  "POST /inspection/conflicts/{id}/decide": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly choices: readonly {
        readonly item: string;
        readonly visit: string;
      }[];
      readonly reason: string;
    };
    readonly gives: {
      readonly left: number;
      readonly overruled: number;
      /** 被否定的不合格项已生成的隐患，须另行核实 */
      readonly hazards: readonly string[];
    };
  };
  /** 打印单位码 */
  "POST /inspection/unit-labels": {
    readonly takes: {
      readonly units?: readonly string[];
      readonly area?: number | null;
      readonly after?: string;
    };
    readonly gives: {
      readonly labels: readonly UnitLabel[];
      readonly more: boolean;
    };
  };
  /** 换发单位码 */
  "POST /inspection/unit-labels/{unit}/reissue": {
    readonly takes: {
      readonly unit: string;
    };
    readonly gives: {
      readonly code: string;
    };
  };
  /** 扫单位码 */
  "GET /inspection/unit-codes/{code}": {
    readonly takes: TakesCode;
    readonly gives: {
      readonly unit: string;
    };
  };
  /** 检查表目录 */
  "GET /inspection/checklists": {
    readonly takes: {
      readonly purpose?: "supervision" | "selfCheck" | "patrol" | "survey" | null | undefined;
    };
    readonly gives: {
      readonly lists: readonly ChecklistHead[];
      readonly canKeep: boolean;
    };
  };
  /** 一家单位适用的检查表 */
  "GET /inspection/checklists/for-unit/{unit}": {
    readonly takes: {
      readonly unit: string;
      readonly purpose?: "supervision" | "selfCheck" | "patrol" | "survey" | null | undefined;
    };
    readonly gives: {
      readonly lists: readonly Checklist[];
    };
  };
  /** 检查表两版对照 */
  "GET /inspection/checklists/{id}/compare": {
    readonly takes: {
      readonly id: string;
      readonly from: number;
      readonly to: number;
    };
    readonly gives: {
      readonly added: readonly CheckItem[];
      readonly removed: readonly CheckItem[];
      readonly changed: readonly CheckItemChange[];
      readonly same: number;
    };
  };
  /** 一张检查表 */
  "GET /inspection/checklists/{id}/{version}": {
    readonly takes: {
      readonly id: string;
      readonly version: number;
    };
    readonly gives: {
      readonly list: Checklist;
      readonly versions: readonly ChecklistHead[];
    };
  };
  /** 以一张检查表为底另立一版 */
  "POST /inspection/checklists/copies": {
    readonly takes: {
      readonly id: string;
      readonly version: number;
      readonly title?: string;
      readonly area?: number;
    };
    readonly gives: {
      readonly id: string;
      readonly version: number;
      readonly rowId: string;
    };
  };
  /** 草稿加一项 */
  "POST /inspection/checklists/drafts/{rowId}/items": {
    readonly takes: {
      readonly rowId: string;
    } & {
      readonly section: string;
      readonly text: string;
      readonly ground?: string | null;
      readonly grade?: "minor" | "general" | "serious";
      readonly penalty?: string | null;
      readonly photo?: "always" | "onFail" | "never";
      readonly remedy?: string | null;
    };
    readonly gives: {
      readonly item: string;
      readonly items: number;
    };
  };
  /** 改草稿的一项 */
  "PATCH /inspection/checklists/drafts/{rowId}/items/{item}": {
    readonly takes: {
      readonly rowId: string;
      readonly item: string;
    } & {
      readonly section?: string;
      readonly text?: string;
      readonly ground?: string | null;
      readonly grade?: "minor" | "general" | "serious";
      readonly penalty?: string | null;
      readonly photo?: "always" | "onFail" | "never";
      readonly remedy?: string | null;
      readonly removed?: true;
    };
    readonly gives: {
      readonly items: number;
    };
  };
  /** 检查表定稿生效 */
  "POST /inspection/checklists/drafts/{rowId}/in-force": {
    readonly takes: {
      readonly rowId: string;
    } & {
      readonly validFrom: string;
    };
    readonly gives: ChecklistHead;
  };
  /** 废止检查表一版 */
  "POST /inspection/checklists/drafts/{rowId}/withdraw": {
    readonly takes: {
      readonly rowId: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 导入检查表：核对 */
  "POST /inspection/checklists/imports/{importId}/check": {
    readonly takes: {
      readonly importId: string;
    } & {
      /** 每列的含义，依文件的列序；null 不取 */
      readonly columns: readonly ("section" | "text" | "ground" | "grade" | "penalty" | "photo" | "remedy" | "id" | null)[];
      /** 只取这些值的行 */
      readonly only?: readonly {
        readonly column: number;
        readonly values: readonly string[];
      }[];
      /** 作为哪张自定表的下一版；不给则为新表 */
      readonly key?: string;
    };
    readonly gives: {
      readonly items: number;
      readonly blank: number;
      readonly leftOut: number;
      readonly filledDown: number;
      readonly errors: readonly ListImportTrouble[];
      readonly notes: readonly ListImportTrouble[];
      readonly sections: readonly {
        readonly section: string;
        readonly items: number;
      }[];
      readonly sample: readonly CheckItem[];
    };
  };
  /** 导入检查表：入库为草稿 */
  "POST /inspection/checklists/imports/{importId}/apply": {
    readonly takes: {
      readonly importId: string;
    } & {
      /** 每列的含义，依文件的列序；null 不取 */
      readonly columns: readonly ("section" | "text" | "ground" | "grade" | "penalty" | "photo" | "remedy" | "id" | null)[];
      /** 只取这些值的行 */
      readonly only?: readonly {
        readonly column: number;
        readonly values: readonly string[];
      }[];
      /** 作为哪张自定表的下一版；不给则为新表 */
      readonly key?: string;
      readonly title: string;
      readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[];
      readonly subject?: string;
      readonly purpose: "supervision" | "selfCheck" | "patrol" | "survey";
      readonly frequency?: "twoHourly" | "nightly" | "daily" | "monthly" | "quarterly" | "yearly";
      readonly source: string;
      readonly area?: number;
    };
    readonly gives: {
      readonly id: string;
      readonly version: number;
      readonly rowId: string;
      readonly items: number;
      readonly errors: number;
    };
  };
  /** 登记告知承诺 */
  "POST /inspection/commitments": {
    readonly takes: {
      readonly unit: string;
      readonly matter: string;
      readonly declaredOn: string;
      readonly advice?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly checkBy: string;
      readonly regime: string | null;
    };
  };
  /** 首违不罚提示 */
  "GET /inspection/first-offence": {
    readonly takes: {
      readonly unit: string;
      readonly item: string;
      readonly grade: "minor" | "general" | "serious" | "major";
      readonly correctedInTime: "true" | "false";
    };
    readonly gives: {
      readonly may: boolean;
      readonly rule: string | null;
      readonly why: string;
      readonly confirmed: boolean;
      readonly recheckOn: string;
      readonly before: number;
    };
  };
  /** 没有驻村民警的村社区 */
  "GET /inspection/villages-without-officer": {
    readonly takes: TakesLimit;
    readonly gives: {
      readonly villages: number;
      readonly without: number;
      readonly rows: readonly {
        readonly area: number;
        readonly name: string;
      }[];
    };
  };
  /** 联合检查的队伍、对象、发现和处置 */
  "GET /inspection/joint-actions/{id}": {
    readonly takes: TakesId;
    readonly gives: JointCheck;
  };
  /** 定联合检查的共用检查表 */
  "POST /inspection/joint-actions/{id}/checklist": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly checklist: string;
    };
    readonly gives: {
      readonly title: string;
      readonly version: number;
      readonly changed: number;
    };
  };
  /** 加联合检查的对象 */
  "POST /inspection/joint-actions/{id}/objects": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly units: readonly string[];
      readonly dueOn?: string;
      readonly lead?: string;
      readonly second?: string;
    };
    readonly gives: {
      readonly added: number;
    };
  };
  /** 联合检查发现：立案整改 */
  "POST /inspection/joint-actions/{id}/follow-hazard": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 部门的检查记录 */
      readonly finding?: string | null;
      /** 或对象检查中查出的隐患 */
      readonly hazard?: string | null;
      /** 这件处置的编号，由登记的一方给：重复提交不重复处置 */
      readonly follow?: string;
      readonly what: string;
      readonly grade?: "minor" | "general" | null;
    };
    readonly gives: {
      readonly id: string;
      readonly made: string | null;
    };
  };
  /** 联合检查发现：立案处罚 */
  "POST /inspection/joint-actions/{id}/follow-penalty": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 部门的检查记录 */
      readonly finding?: string | null;
      /** 或对象检查中查出的隐患 */
      readonly hazard?: string | null;
      /** 这件处置的编号，由登记的一方给：重复提交不重复处置 */
      readonly follow?: string;
      readonly what: string;
      /** 违法行为，见 GET /enforcement/penalty-rules */
      readonly act: string;
      readonly party: string;
      readonly partyKind?: "unit" | "person";
      readonly officerOne: string;
      readonly officerTwo: string;
    };
    readonly gives: {
      readonly id: string;
      readonly made: string | null;
    };
  };
  /** 联合检查发现：起草督办函 */
  "POST /inspection/joint-actions/{id}/follow-letter": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 部门的检查记录 */
      readonly finding?: string | null;
      /** 或对象检查中查出的隐患 */
      readonly hazard?: string | null;
      /** 这件处置的编号，由登记的一方给：重复提交不重复处置 */
      readonly follow?: string;
      readonly organ: string;
      readonly what: string;
      readonly demands: string;
      readonly dueOn: string;
    };
    readonly gives: {
      readonly id: string;
      readonly made: string | null;
    };
  };
  /** 联合检查发现：考核扣分 */
  "POST /inspection/joint-actions/{id}/follow-deduction": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 部门的检查记录 */
      readonly finding?: string | null;
      /** 或对象检查中查出的隐患 */
      readonly hazard?: string | null;
      /** 这件处置的编号，由登记的一方给：重复提交不重复处置 */
      readonly follow?: string;
      readonly organ: string;
      readonly what: string;
      readonly points: number;
    };
    readonly gives: {
      readonly id: string;
      readonly made: string | null;
    };
  };
  /** 文书种类 */
  "GET /enforcement/kinds": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly kinds: readonly DocumentKind[];
    };
  };
  /** 起草法律文书 */
  "POST /enforcement/drafts": {
    readonly takes: {
      readonly kind: string;
      readonly area?: number;
      readonly unit?: string;
      readonly party: string;
      readonly values?: Readonly<Record<string, unknown>>;
    };
    readonly gives: {
      readonly documentId: string;
    };
  };
  /** 修改文书草稿 */
  "PATCH /enforcement/drafts/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly version: number;
      readonly values: Readonly<Record<string, unknown>>;
      readonly party?: string;
    };
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 检查文书模板并试打印 */
  "POST /enforcement/templates/check": {
    readonly takes: {
      readonly kind: string;
      readonly file: string;
    };
    readonly gives: TemplateVerdict;
  };
  /** 启用文书模板 */
  "POST /enforcement/templates": {
    readonly takes: {
      readonly kind: string;
      readonly file: string;
      readonly own?: boolean;
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly edition: number;
    };
  };
  /** 停用文书模板 */
  "POST /enforcement/templates/{id}/retire": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 行政处罚案件的文书 */
  "GET /enforcement/penalty/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为行政处罚案件起草文书 */
  "POST /enforcement/penalty/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "filing" | "penalty-notice" | "penalty-notice-record" | "hearing-notice" | "penalty-decision" | "spot-penalty" | "no-penalty" | "transfer" | "urging" | "court-enforcement";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 火灾隐患的文书 */
  "GET /enforcement/hazard/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为火灾隐患起草文书 */
  "POST /enforcement/hazard/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "correct-at-once" | "correct-in-time" | "major-hazard";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 临时查封的文书 */
  "GET /enforcement/seal/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为临时查封起草文书 */
  "POST /enforcement/seal/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "seal" | "seal-lifted";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 停产停业（停止使用）的文书 */
  "GET /enforcement/stop-order/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为停产停业（停止使用）起草文书 */
  "POST /enforcement/stop-order/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "stop-use" | "resume";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 停电停水停气的文书 */
  "GET /enforcement/utility-cut/{id}/documents": {
    readonly takes: TakesId;
    readonly gives: {
      readonly documents: readonly CaseDocument[];
      readonly offered: readonly {
        readonly kind: string;
        readonly title: string;
      }[];
    };
  };
  /** 为停电停水停气起草文书 */
  "POST /enforcement/utility-cut/{id}/documents": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "utility-notice";
    };
    readonly gives: {
      readonly documentId: string;
      /** 起草了几份；向多家送达的一家一份 */
      readonly documents: number;
    };
  };
  /** 处罚条款、幅度与违法行为 */
  "GET /enforcement/penalty-rules": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly ranges: Readonly<Record<string, PenaltyRange>>;
      readonly acts: readonly PenaltyAct[];
      readonly tiersKnown: boolean;
    };
  };
  /** 执法公信力：维持率、投诉率、满意度及其综合值，与上一年比 */
  "GET /enforcement/credibility": {
    readonly takes: {
      readonly year: number;
    };
    readonly gives: {
      readonly counties: readonly {
        readonly area: number;
        readonly name: string;
        readonly now: {
          readonly appeals: number;
          readonly upheld: number;
          readonly asked: number;
          readonly complaints: number;
          readonly score: number;
          readonly index: number | null;
        };
        readonly before: {
          readonly appeals: number;
          readonly upheld: number;
          readonly asked: number;
          readonly complaints: number;
          readonly score: number;
          readonly index: number | null;
        };
      }[];
    };
  };
  /** 抽取案卷 */
  "POST /enforcement/case-reviews/draw": {
    readonly takes: {
      readonly batch: string;
      readonly from: string;
      readonly to: string;
      readonly sharePercent: number;
      readonly townOnly?: boolean;
    };
    readonly gives: {
      readonly drawn: number;
      readonly of: number;
      /** 系统取的随机数，记入审计；照此可以重抽核对 */
      readonly seed: string;
    };
  };
  /** 被查封、停止使用的场所（调度用） */
  "GET /enforcement/closed-places": {
    readonly takes: {
      readonly unit?: string | null | undefined;
    };
    readonly gives: {
      readonly places: readonly ClosedPlace[];
    };
  };
  /** 扫码查动火作业票 */
  "GET /enforcement/hot-work-tickets/{code}": {
    readonly takes: TakesCode;
    readonly gives: HotWorkCheck;
  };
  /** 单位端：我的履职 */
  "GET /unit/duties": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: UnitDuties;
  };
  /** 一家单位的履职情况 */
  "GET /unit-management/units/{id}/duties": {
    readonly takes: TakesId;
    readonly gives: UnitDuties;
  };
  /** 本单位的自查表 */
  "GET /unit/self-check-list": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: SelfCheckList;
  };
  /** 提交自查 */
  "POST /unit/self-checks": {
    readonly takes: {
      /** 手机自编的编号；重复提交算一次 */
      readonly id: string;
      readonly checklist: string;
      readonly version: number;
      readonly tier?: "unit" | "section" | "post";
      readonly section?: string;
      readonly checkedOn: string;
      readonly minutes?: number | null;
      readonly answers: readonly {
        readonly item: string;
        readonly answer: "pass" | "fail" | "none";
        readonly note?: string;
        readonly place?: string;
        readonly photos?: readonly string[];
      }[];
    };
    readonly gives: {
      readonly id: string;
      readonly passed: number;
      readonly failed: number;
      readonly hazards: readonly string[];
    };
  };
  /** 记一次巡查 */
  "POST /unit/patrols": {
    readonly takes: {
      readonly id: string;
      readonly kind?: "patrol" | "closing" | "night" | "controlRoom";
      /** 扫到的巡查点编号 */
      readonly code?: string | null;
      /** 没有扫码时写明地点 */
      readonly place?: string;
      readonly at: string;
      readonly result: "normal" | "problem";
      readonly found?: string;
      readonly photos?: readonly string[];
      readonly supervisor?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly place: string;
      readonly hazard: string | null;
    };
  };
  /** 公示消防安全承诺 */
  "POST /unit/commitments": {
    readonly takes: {
      readonly responsible: string;
      readonly responsiblePost?: string;
      readonly manager: string;
      readonly managerPost?: string;
      /** 单位愿意公开的电话；不给就不公开 */
      readonly phone?: string | null;
      readonly words: string;
      readonly until: string;
    };
    readonly gives: {
      readonly id: string;
      readonly token: string;
      readonly until: string;
    };
  };
  /** 撤下公示 */
  "POST /unit/commitments/{id}/revoke": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly why: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 单位消防安全公示页（公开） */
  "GET /public/units/{token}": {
    readonly takes: {
      readonly token: string;
    };
    readonly gives: UnitPublicPage;
  };
  /** 本单位适用的标准化评分表 */
  "GET /unit/standard": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly key: string;
      readonly title: string;
      readonly items: readonly {
        readonly item: string;
        readonly title: string;
        readonly weight: number;
      }[];
    };
  };
  /** 标准化自评，报部门核定 */
  "POST /unit/standardisations": {
    readonly takes: {
      readonly scores: Readonly<Record<string, number>>;
    };
    readonly gives: {
      readonly id: string;
      readonly score: number;
      readonly level: "A" | "B" | "C" | "none";
      readonly isNew: boolean;
    };
  };
  /** 把缺配的器材报成自查隐患 */
  "POST /unit/equipment-gaps": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly hazards: readonly string[];
      readonly gaps: number;
    };
  };
  /** 从一起隐患申请应急使用维修资金 */
  "POST /unit-management/fund-requests": {
    readonly takes: {
      readonly hazard: string;
      readonly works: string;
      readonly amount: number;
      readonly estate?: string | null;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 联防组织与片区；给出地点时按远近 */
  "GET /unit-management/joint-groups": {
    readonly takes: {
      readonly lon?: number | null | undefined;
      readonly lat?: number | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: {
      readonly groups: readonly JointGroup[];
    };
  };
  /** 记一次联防活动 */
  "POST /unit-management/joint-activities": {
    readonly takes: {
      readonly group: string;
      /** 单位人员不填，按本单位 */
      readonly unit?: string;
      readonly kind: "daily" | "publicity" | "upkeep" | "hazards" | "firefighting";
      readonly heldOn: string;
      readonly what: string;
      readonly participants?: number | null;
      readonly checkedUnit?: string | null;
      readonly checkedBy?: string;
      readonly found?: number | null;
      readonly photos?: readonly string[];
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 一个联防组织的月度小结 */
  "GET /unit-management/joint-groups/{id}/months/{month}": {
    readonly takes: {
      readonly id: string;
      readonly month: string;
    };
    readonly gives: JointMonth;
  };
  /** 履职规则与来源 */
  "GET /unit-management/duty-rules": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly rules: readonly DutyRule[];
    };
  };
  /** 确认、改周期或停用一条履职规则 */
  "PUT /unit-management/duty-rules/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly confirmed: boolean;
      readonly every: "day" | "week" | "halfMonth" | "month" | "quarter" | "halfYear" | "year";
      readonly off: boolean;
      readonly reason: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 专项整治模板 */
  "GET /key-places/campaign-templates": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly templates: readonly CampaignTemplate[];
    };
  };
  /** 本辖区的专项整治 */
  "GET /key-places/campaigns": {
    readonly takes: {
      readonly state?: "open" | "all" | null | undefined;
    };
    readonly gives: {
      readonly campaigns: readonly CampaignHead[];
    };
  };
  /** 立项 */
  "POST /key-places/campaigns": {
    readonly takes: {
      readonly template?: string | null;
      readonly name: string;
      readonly field: "threeKinds" | "highRise" | "electrical" | "hazmat" | "gas" | "mall" | "oldPlaces" | "urbanVillage" | "rental" | "illegalBuilding" | "keyIndustries" | "entertainment" | "industrial" | "other";
      readonly ground: string;
      readonly lead: string;
      readonly source: "places.unit" | "places.building" | "key-places.urban-village" | "key-places.village-house" | "key-places.rental-house" | "key-places.old-place" | "key-places.large-mall";
      readonly where?: Condition;
      readonly area: number;
      readonly startsOn: string;
      readonly endsOn: string;
      readonly stages: readonly {
        readonly name: string;
        readonly from: string;
        readonly to: string;
        readonly goal?: string;
        readonly of?: "checked" | "cleared" | null;
        readonly rate?: number | null;
      }[];
      readonly checklist?: string | null;
      readonly checkedTarget?: number;
      readonly clearedTarget?: number;
      readonly finding?: string | null;
      readonly measure?: string | null;
      readonly document?: readonly string[];
    };
    readonly gives: {
      readonly id: string;
      readonly objects: number;
    };
  };
  /** 专项整治 全貌 */
  "GET /key-places/campaigns/{id}": {
    readonly takes: TakesId;
    readonly gives: CampaignDetail;
  };
  /** 专项整治进度 */
  "GET /key-places/campaigns/{id}/progress": {
    readonly takes: {
      readonly id: string;
      readonly by?: "area" | "industry" | "department" | null | undefined;
      readonly area?: number | null | undefined;
    };
    readonly gives: {
      readonly area: number;
      readonly lines: readonly CampaignProgressLine[];
    };
  };
  /** 试选整治对象 */
  "POST /key-places/campaign-previews": {
    readonly takes: {
      readonly source: "places.unit" | "places.building" | "key-places.urban-village" | "key-places.village-house" | "key-places.rental-house" | "key-places.old-place" | "key-places.large-mall";
      readonly where?: Condition;
      readonly area: number;
    };
    readonly gives: {
      readonly count: number;
      readonly areas: readonly {
        readonly key: string;
        readonly label: string;
        readonly count: number;
      }[];
      readonly industries: readonly {
        readonly key: string;
        readonly label: string;
        readonly count: number;
      }[];
    };
  };
  /** 按原范围补充对象 */
  "POST /key-places/campaigns/{id}/objects": {
    readonly takes: TakesId;
    readonly gives: {
      readonly added: number;
      readonly objects: number;
    };
  };
  /** 登记整治对象的检查 */
  "POST /key-places/campaigns/{id}/objects/{object}/check": {
    readonly takes: {
      readonly id: string;
      readonly object: string;
    } & {
      readonly result: "none" | "found" | "notApplicable";
      readonly checkedOn?: string;
      readonly why?: string;
      readonly problems?: readonly {
        /** 生成隐患的编号，由登记的一方给：重复提交不重复立案 */
        readonly id?: string;
        readonly what: string;
        readonly placeWords: string;
        readonly item?: string | null;
        readonly grade?: "minor" | "general" | null;
        readonly ground?: string | null;
        readonly photos?: readonly string[];
      }[];
      /** 处置，与检查一并登记 */
      readonly outcome?: "rectified" | "demolished" | "relocated" | "closed";
    };
    readonly gives: {
      readonly object: KeyPlacesCampaignObject;
      readonly hazards: readonly string[];
    };
  };
  /** 登记整治对象的处置 */
  "POST /key-places/campaigns/{id}/objects/{object}/outcome": {
    readonly takes: {
      readonly id: string;
      readonly object: string;
    } & {
      readonly outcome: "rectified" | "demolished" | "relocated" | "closed";
      readonly outcomeOn?: string;
      readonly why?: string;
    };
    readonly gives: {
      readonly object: KeyPlacesCampaignObject;
    };
  };
  /** 给整治对象派检查任务 */
  "POST /key-places/campaigns/{id}/tasks": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 不填：待查而未派的，一次最多 1000 个 */
      readonly objects?: readonly string[];
      readonly dueOn: string;
      readonly lead?: string;
      readonly second?: string;
    };
    readonly gives: {
      readonly tasks: number;
      /** 仍未派的对象 */
      readonly left: number;
    };
  };
  /** 定专项整治的检查表 */
  "POST /key-places/campaigns/{id}/checklist": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly checklist: string | null;
    };
    readonly gives: {
      readonly title: string | null;
      /** 换用的任务 */
      readonly changed: number;
    };
  };
  /** 活动安保倒计时板 */
  "GET /key-places/events/{id}/board": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: KeyPlacesEventSecurity;
      /** 距开幕；负数为已开幕的天数 */
      readonly daysLeft: number;
      readonly venues: readonly {
        readonly id: string;
        readonly name: string;
        readonly unit: string | null;
        readonly checkedOn: string | null;
        readonly openHazards: number;
      }[];
      readonly unchecked: number;
      readonly openHazards: number;
      readonly reports: readonly {
        readonly reportOn: string;
        readonly found: number;
        readonly fixed: number;
        readonly incidents: number;
        readonly what: string;
      }[];
      readonly reportedToday: boolean;
      readonly mayConfirm: boolean;
    };
  };
  /** 活动安保清零确认 */
  "POST /key-places/events/{id}/confirm": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly confirmNote: string;
    };
    readonly gives: KeyPlacesEventSecurity;
  };
  /** 火灾暴露的问题与整改 */
  "GET /fire-investigation/investigations/{id}/problems": {
    readonly takes: TakesId;
    readonly gives: {
      readonly problems: readonly ExposedProblem[];
      readonly left: number;
      readonly can: boolean;
    };
  };
  /** 登记火灾暴露的问题 */
  "POST /fire-investigation/investigations/{id}/problems": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly what: string;
      readonly placeWords: string;
      readonly item?: string | null;
      readonly ground?: string | null;
      readonly grade?: "minor" | "general";
      readonly photos?: readonly string[];
      /** 在起火处立案整改 */
      readonly here?: boolean;
      readonly dueOn?: string;
      readonly rectifierName?: string | null;
      readonly similar?: {
        readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[];
        readonly area: number;
      } | null;
      readonly similarDueOn?: string;
      /** 同类排查用的检查表 */
      readonly checklist?: string | null;
    };
    readonly gives: {
      readonly problem: string;
      readonly hazard: string | null;
      readonly tasks: number;
    };
  };
  /** 同类单位有多少 */
  "POST /fire-investigation/investigations/{id}/similar": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kinds: readonly ("shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other")[];
      readonly area: number;
    };
    readonly gives: {
      readonly count: number;
      readonly most: number;
    };
  };
  /** 本辖区的调研摸底 */
  "GET /baseline-survey/surveys": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly surveys: readonly SurveyHead[];
    };
  };
  /** 一次调研摸底 */
  "GET /baseline-survey/surveys/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly survey: {
        readonly id: string;
        readonly name: string;
        readonly area: number;
        readonly areaName: string | null;
        readonly leadName: string | null;
        readonly state: "running" | "settled" | "cancelled";
        readonly startsOn: string;
        readonly endsOn: string;
        /** 台账单位；排查中为此刻，已定底数为当日 */
        readonly register: number | null;
        readonly surveyed: number | null;
        /** 底数；排查中为空 */
        readonly items: number | null;
        readonly settledOn: string | null;
        readonly ground: string | null;
        readonly content: string | null;
        readonly conclusion: string | null;
        readonly kinds: readonly string[];
        /** 底数清单按编号排列的 SHA-256，可重算核对 */
        readonly sha256: string | null;
      };
      readonly seenArea: number;
      readonly seenAreaName: string | null;
      readonly totals: SurveyChainTotals;
      readonly can: readonly ("run" | "send")[];
    };
  };
  /** 排查覆盖：对照台账 */
  "GET /baseline-survey/surveys/{id}/coverage": {
    readonly takes: {
      readonly id: string;
      readonly area?: number | null | undefined;
      readonly kind?: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other" | null | undefined;
      readonly by?: "area" | "industry" | "department" | null | undefined;
    };
    readonly gives: {
      readonly area: number;
      readonly lines: readonly SurveyCoverageLine[];
    };
  };
  /** 还没有排查的单位 */
  "GET /baseline-survey/surveys/{id}/unsurveyed": {
    readonly takes: {
      readonly id: string;
      readonly area?: number | null | undefined;
      readonly kind?: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other" | null | undefined;
    };
    readonly gives: {
      readonly count: number;
      /** 其中已派排查任务 */
      readonly sent: number;
      readonly units: readonly {
        readonly id: string;
        readonly name: string;
        readonly address: string;
        readonly areaName: string | null;
        readonly sent: boolean;
      }[];
    };
  };
  /** 给未排查的单位派排查任务 */
  "POST /baseline-survey/surveys/{id}/tasks": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly area?: number;
      readonly kind?: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
      readonly dueOn: string;
      readonly lead?: string;
      readonly checklist?: string;
    };
    readonly gives: {
      readonly tasks: number;
      readonly left: number;
    };
  };
  /** 隐患底数：辖区与问题类型 */
  "GET /baseline-survey/surveys/{id}/inventory": {
    readonly takes: {
      readonly id: string;
      readonly area?: number | null | undefined;
    };
    readonly gives: {
      readonly area: number;
      readonly lines: readonly SurveyInventoryLine[];
    };
  };
  /** 逐处跟踪：摸底、督办、执法、曝光、销号 */
  "GET /baseline-survey/surveys/{id}/chain": {
    readonly takes: {
      readonly id: string;
      readonly area?: number | null | undefined;
      readonly type?: "evacuation" | "facilities" | "power" | "building" | "lane" | "management" | "lodging" | "other" | null | undefined;
      readonly step?: "none" | "listed" | "enforced" | "exposed" | "open" | "closed" | null | undefined;
      readonly after?: string | null | undefined;
    };
    readonly gives: {
      readonly items: readonly SurveyChainItem[];
      readonly more: boolean;
    };
  };
  /** 责任树：各级机构的职责、清单、任务、责任书 */
  "GET /responsibility/tree": {
    readonly takes: {
      readonly area?: number | null | undefined;
      readonly level?: "city" | "county" | "town" | "village" | null | undefined;
    };
    readonly gives: {
      readonly year: number;
      readonly organs: readonly ResponsibleOrgan[];
    };
  };
  /** 给还没有职责的机构建立默认职责 */
  "POST /responsibility/duties/defaults": {
    readonly takes: {
      /** 不填：辖区内所有没有职责的机构 */
      readonly organ?: string;
    };
    readonly gives: {
      readonly organs: number;
      readonly duties: number;
    };
  };
  /** 行业主管部门名下单位的消防状况 */
  "GET /responsibility/industries": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly departments: readonly IndustryLine[];
      readonly unregulated: number;
      /** 现行归口规则 */
      readonly rules: number;
    };
  };
  /** 按规则归口 */
  "POST /responsibility/regulators/assign": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly assigned: number;
      /** 还没有主管部门的单位 */
      readonly left: number;
      /** 其中规则说法不一的 */
      readonly conflicts: number;
    };
  };
  /** 公开的权力和责任清单 */
  "GET /public/power-lists": {
    readonly takes: {
      readonly organ?: string | null | undefined;
    };
    readonly gives: {
      readonly lists: readonly PublicPowerList[];
    };
  };
  /** 有单位归口的部门类别 */
  "GET /responsibility/departments": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      /** 本人所在部门的类别 */
      readonly own: string | null;
      readonly kinds: readonly {
        readonly kind: string;
        readonly label: string;
        readonly key: boolean;
      }[];
    };
  };
  /** 行业主管台：一类部门名下单位的状况、指标、督促和任务 */
  "GET /responsibility/departments/{kind}": {
    readonly takes: {
      readonly kind: string;
      readonly area?: number | null | undefined;
    };
    readonly gives: DepartmentConsole;
  };
  /** 行业主管部门名下的单位 */
  "GET /responsibility/departments/{kind}/units": {
    readonly takes: {
      readonly kind: string;
      readonly area?: number | null | undefined;
      readonly status?: "all" | "overdue" | "open" | "unchecked" | "untrained" | "fires" | "guided" | null | undefined;
      readonly q?: string | null | undefined;
      readonly limit?: number | null | undefined;
      readonly offset?: number | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly OverseenUnit[];
      readonly count: number;
      readonly capped: boolean;
    };
  };
  /** 集团成员单位的隐患、火警和履职 */
  "GET /responsibility/groups": {
    readonly takes: {
      readonly area?: number | null | undefined;
      readonly supervisor?: string | null | undefined;
    };
    readonly gives: {
      readonly groups: readonly GroupLine[];
      readonly total: {
        readonly units: number;
        /** 未销号隐患 */
        readonly open: number;
        readonly overdue: number;
        readonly major: number;
        /** 近一年检查次数 */
        readonly visits: number;
        /** 近一年有培训记录的单位 */
        readonly trained: number;
        /** 近一年确认的火警 */
        readonly fires: number;
        /** 近一年被指导督促的单位 */
        readonly guided: number;
        /** 上月应履职事项 */
        readonly owed: number;
        readonly met: number;
      };
    };
  };
  /** 集团（含下级集团）的成员单位 */
  "GET /responsibility/groups/{id}/units": {
    readonly takes: {
      readonly id: string;
      readonly area?: number | null | undefined;
      readonly status?: "all" | "overdue" | "open" | "unchecked" | "untrained" | "fires" | "guided" | null | undefined;
      readonly limit?: number | null | undefined;
      readonly offset?: number | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly OverseenUnit[];
      readonly count: number;
      readonly capped: boolean;
    };
  };
  /** 还没有主管部门的单位 */
  "GET /responsibility/unplaced": {
    readonly takes: {
      readonly area?: number | null | undefined;
      readonly why?: "notRun" | "none" | "conflict" | "noOrgan" | null | undefined;
      readonly limit?: number | null | undefined;
      readonly offset?: number | null | undefined;
    };
    readonly gives: {
      readonly rows: readonly UnplacedUnit[];
      readonly count: number;
      readonly capped: boolean;
    };
  };
  /** 一家单位归谁管，依哪条规则 */
  "GET /responsibility/units/{id}/regulator": {
    readonly takes: TakesId;
    readonly gives: {
      /** 按现行规则 */
      readonly outcome: "rule" | "conflict" | "none";
      /** 现在的主管部门 */
      readonly regulator: string | null;
      /** 人工指定，规则不改它 */
      readonly byHand: boolean;
      readonly group: string | null;
      readonly rules: readonly {
        readonly id: string;
        readonly organKind: string;
        readonly label: string;
        readonly rank: number;
        readonly decides: boolean;
      }[];
    };
  };
  /** 提请确定一家单位的主管部门 */
  "POST /responsibility/units/{id}/determination": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly why?: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 建立默认归口规则 */
  "POST /responsibility/regulators/defaults": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly rules: number;
    };
  };
  /** 四个层面的责任落实 */
  "GET /responsibility/layers": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly area: number;
      readonly layers: readonly ResponsibilityLayer[];
    };
  };
  /** 农村消防责任：县、乡镇、村和部门 */
  "GET /responsibility/rural": {
    readonly takes: TakesArea;
    readonly gives: {
      /** 最多 500 个，按辖区排 */
      readonly bodies: readonly RuralBody[];
      /** 有清单的机构，多于列出的时另选辖区看 */
      readonly having: number;
      /** 应有清单而没有的机构 */
      readonly lacking: number;
      /** 没有登记村（居）委会的村社区 */
      readonly villages: number;
    };
  };
  /** 建立农村消防责任清单 */
  "POST /responsibility/rural/lists": {
    readonly takes: {
      readonly area?: number;
    };
    readonly gives: {
      readonly bodies: number;
      readonly duties: number;
      /** 起草的清单，送审后公开 */
      readonly lists: number;
    };
  };
  /** 按农村消防责任清单立任务 */
  "POST /responsibility/rural/{organ}/tasks": {
    readonly takes: {
      readonly organ: string;
    };
    readonly gives: {
      readonly tasks: readonly {
        readonly id: string;
        readonly number: string;
      }[];
    };
  };
  /** 按全年目标起草责任书 */
  "POST /responsibility/pledges/generate": {
    readonly takes: {
      readonly year: number;
      readonly signBy: string;
      readonly whom: readonly ("governments" | "departments")[];
    };
    readonly gives: {
      readonly drafted: number;
      readonly of: number;
    };
  };
  /** 政策包及其各版 */
  "GET /policy-tasks/packs": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly versions: readonly PolicyVersion[];
      readonly available: readonly {
        readonly pack: string;
        readonly title: string;
        readonly issuer: string;
        readonly number: string | null;
        readonly clauses: number;
        readonly own: boolean;
      }[];
      readonly frozenYears: readonly number[];
      readonly may: {
        readonly write: boolean;
        readonly approve: boolean;
      };
    };
  };
  /** 政策包的一版：文本、错误、会产生什么 */
  "GET /policy-tasks/versions/{id}": {
    readonly takes: TakesIdOn;
    readonly gives: {
      readonly version: PolicyVersion;
      readonly source: string;
      readonly trial: PolicyTrial;
      readonly lineage: PolicyLineage;
      /** 同一文件在同一地的各版，新的在前 */
      readonly versions: readonly PolicyVersion[];
      /** approve：可批准或退回；本人写的或送审的不可 */
      readonly may: {
        readonly write: boolean;
        readonly approve: boolean;
      };
    };
  };
  /** 保存政策包草稿 */
  "PATCH /policy-tasks/versions/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly source: string;
      readonly revision: number;
      readonly note?: string;
    };
    readonly gives: {
      readonly revision: number;
      readonly trial: PolicyTrial;
    };
  };
  /** 检查一段政策包文本 */
  "POST /policy-tasks/check": {
    readonly takes: {
      readonly source: string;
      readonly area?: number;
      readonly on?: string;
    };
    readonly gives: PolicyTrial;
  };
  /** 新写一份政策包，或在已有的上面另立一版 */
  "POST /policy-tasks/versions": {
    readonly takes: {
      readonly basis: "new" | "shipped" | "version";
      /** new 与 shipped 用 */
      readonly pack?: string;
      /** new 用 */
      readonly title?: string;
      /** version 用 */
      readonly version?: string;
      /** new：已有文本时直接给 */
      readonly source?: string;
      readonly area?: number;
      readonly note?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly number: number;
    };
  };
  /** 写政策包可用的名字 */
  "GET /policy-tasks/pack-names": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly names: readonly {
        readonly kind: "measure" | "ledger" | "case" | "organ";
        readonly name: string;
        readonly label: string;
        readonly unit?: string;
        readonly better?: "higher" | "lower";
        readonly fields?: readonly {
          readonly key: string;
          readonly label: string;
        }[];
      }[];
    };
  };
  /** 政策包的 JSON Schema */
  "GET /policy-tasks/pack-schema": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly schema: Readonly<Record<string, unknown>>;
    };
  };
  /** 政策包送审 */
  "POST /policy-tasks/versions/{id}/submit": {
    readonly takes: TakesIdNote;
    readonly gives: PolicyVersion;
  };
  /** 退回政策包修改 */
  "POST /policy-tasks/versions/{id}/return": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly note: string;
    };
    readonly gives: PolicyVersion;
  };
  /** 批准政策包 */
  "POST /policy-tasks/versions/{id}/approve": {
    readonly takes: TakesId;
    readonly gives: PolicyVersion;
  };
  /** 与另一版逐条对照 */
  "GET /policy-tasks/versions/{id}/diff": {
    readonly takes: {
      readonly id: string;
      readonly against?: string | null | undefined;
    };
    readonly gives: PolicyDiff;
  };
  /** 某日生效会怎样 */
  "GET /policy-tasks/versions/{id}/effect": {
    readonly takes: TakesIdOn;
    readonly gives: PolicyEffect;
  };
  /** 某日生效后状态会变多少 */
  "GET /policy-tasks/versions/{id}/status-changes": {
    readonly takes: TakesIdOn;
    readonly gives: {
      readonly statuses: readonly {
        readonly from: string;
        readonly to: string;
        readonly count: number;
      }[];
    };
  };
  /** 政策包生效 */
  "POST /policy-tasks/versions/{id}/in-force": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly from: string;
    };
    readonly gives: PolicyVersion;
  };
  /** 废止政策包的一版 */
  "POST /policy-tasks/versions/{id}/withdraw": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly note: string;
      readonly until?: string;
    };
    readonly gives: PolicyVersion;
  };
  /** 附上文件原文 */
  "POST /policy-tasks/versions/{id}/document": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly file?: string;
      readonly text?: string;
    };
    readonly gives: {
      readonly name: string | null;
      /** 所存正文的字数 */
      readonly letters: number;
    };
  };
  /** 原文中的一处 */
  "GET /policy-tasks/versions/{id}/words": {
    readonly takes: {
      readonly id: string;
      readonly section: string;
    };
    readonly gives: {
      readonly document: string | null;
      readonly words: readonly string[];
    };
  };
  /** 任务分解表：逐行核对 */
  "POST /policy-tasks/task-tables/{id}/check": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 第几张表，从 0 起 */
      readonly table?: number;
      /** 各列是什么；缺省为认出的 */
      readonly columns?: readonly ("number" | "task" | "lead" | "support" | "due" | "measures" | "output" | "owner" | "section" | null)[];
      /** 没写年份的时限算哪一年 */
      readonly year?: number;
    };
    readonly gives: {
      readonly rows: readonly TaskTableRow[];
      readonly good: number;
      /** 会产生的任务数：各地各一份 */
      readonly tasks: number;
    };
  };
  /** 任务分解表：入库 */
  "POST /policy-tasks/task-tables/{id}/apply": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 第几张表，从 0 起 */
      readonly table?: number;
      /** 各列是什么；缺省为认出的 */
      readonly columns?: readonly ("number" | "task" | "lead" | "support" | "due" | "measures" | "output" | "owner" | "section" | null)[];
      /** 没写年份的时限算哪一年 */
      readonly year?: number;
      readonly as: "tasks" | "pack";
      /** as 为 pack 时的代号 */
      readonly pack?: string;
      readonly title?: string;
      readonly issuer?: string;
    };
    readonly gives: {
      readonly tasks: number;
      /** 草稿政策包 */
      readonly version: string | null;
      readonly clauses: number;
      /** 没有入库的行 */
      readonly left: readonly {
        readonly row: number;
        readonly message: string;
      }[];
    };
  };
  /** 交办任务 */
  "POST /policy-tasks/tasks": {
    readonly takes: {
      readonly title: string;
      readonly content?: string | null;
      readonly organs: readonly string[];
      readonly supports?: readonly string[];
      readonly owner?: string | null;
      readonly dueOn: string;
      readonly output?: string | null;
      readonly sourceKind?: "minutes" | "table" | "clause" | "finding" | "superior" | "document" | "plan" | "other";
      readonly clause?: string | null;
      readonly stage?: string | null;
      readonly tag?: "bottom" | "base" | "long" | null;
      readonly side?: "government" | "department" | "society" | null;
    };
    readonly gives: {
      readonly tasks: readonly {
        readonly id: string;
        readonly number: string;
      }[];
    };
  };
  /** 分解下发任务 */
  "POST /policy-tasks/tasks/{id}/pass-down": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly organs: readonly string[];
      readonly title?: string;
      readonly dueOn?: string;
      readonly content?: string | null;
    };
    readonly gives: {
      readonly tasks: readonly {
        readonly id: string;
        readonly number: string;
      }[];
    };
  };
  /** 任务从哪里来、分解到哪里去 */
  "GET /policy-tasks/tasks/{id}/lineage": {
    readonly takes: TakesId;
    readonly gives: {
      readonly sourceHref: string | null;
      readonly sourceWords: string | null;
      readonly clause: string | null;
      readonly superior: {
        readonly id: string;
        readonly number: string;
        readonly title: string;
        readonly organ: string | null;
        readonly state: string;
        readonly stateLabel: string;
        readonly dueOn: string;
        readonly closed: boolean;
      } | null;
      readonly children: readonly {
        readonly id: string;
        readonly number: string;
        readonly title: string;
        readonly organ: string | null;
        readonly state: string;
        readonly stateLabel: string;
        readonly dueOn: string;
        readonly closed: boolean;
      }[];
      /** 在本单位手上，可以分解 */
      readonly holds: boolean;
    };
  };
  /** 调研问题转为措施 */
  "POST /policy-tasks/findings/{id}/measures": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly title: string;
      readonly content?: string | null;
      readonly organs: readonly string[];
      readonly supports?: readonly string[];
      readonly owner?: string | null;
      readonly dueOn: string;
      readonly output?: string | null;
      readonly clause?: string | null;
      readonly tag: "bottom" | "base" | "long";
      readonly side: "government" | "department" | "society";
    };
    readonly gives: {
      readonly tasks: readonly {
        readonly id: string;
        readonly number: string;
      }[];
    };
  };
  /** 阶段完成 */
  "POST /policy-tasks/stages/{id}/close": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly words: string;
    };
    readonly gives: {
      readonly closedOn: string;
    };
  };
  /** 经验库：已推荐的经验做法 */
  "GET /policy-tasks/library": {
    readonly takes: {
      readonly q?: string | null | undefined;
      readonly topic?: string | null | undefined;
    };
    readonly gives: {
      readonly practices: readonly PracticeShown[];
      readonly topics: Readonly<Record<string, string>>;
    };
  };
  /** 条款落实 */
  "GET /policy-tasks/board": {
    readonly takes: {
      readonly pack?: string | null | undefined;
      readonly period?: string | null | undefined;
      readonly by?: "area" | "organ" | "subsystem" | null | undefined;
      readonly area?: number | null | undefined;
      readonly lead?: string | null | undefined;
      readonly subsystem?: string | null | undefined;
      readonly onlyRed?: boolean | null | undefined;
    };
    readonly gives: PolicyBoard;
  };
  /** 到期日历 */
  "GET /policy-tasks/calendar": {
    readonly takes: {
      readonly pack?: string | null | undefined;
      readonly area?: number | null | undefined;
      readonly lead?: string | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
    };
    readonly gives: DutyCalendar;
  };
  /** 将转红 */
  "GET /policy-tasks/ahead": {
    readonly takes: {
      readonly pack?: string | null | undefined;
      readonly area?: number | null | undefined;
      readonly lead?: string | null | undefined;
      readonly days?: number | null | undefined;
    };
    readonly gives: RedAhead;
  };
  /** 一条条款：怎样执行、各地现状、来历 */
  "GET /policy-tasks/clauses/{id}": {
    readonly takes: {
      readonly id: string;
      readonly pack?: string | null | undefined;
      readonly area?: number | null | undefined;
      readonly at?: "now" | "due" | null | undefined;
    };
    readonly gives: PolicyClause;
  };
  /** 落实情况清单 */
  "GET /policy-tasks/standings": {
    readonly takes: {
      readonly pack?: string | null | undefined;
      readonly period?: string | null | undefined;
      readonly area?: number | null | undefined;
      readonly lead?: string | null | undefined;
      readonly subsystem?: string | null | undefined;
      readonly status?: StandingStatus | null | undefined;
      readonly clause?: string | null | undefined;
      readonly duty?: string | null | undefined;
      readonly own?: boolean | null | undefined;
      readonly skip?: number | null | undefined;
    };
    readonly gives: Standings;
  };
  /** 一格：数值、趋势、记录、处理与责任人 */
  "GET /policy-tasks/standings/{id}": {
    readonly takes: TakesId;
    readonly gives: Standing;
  };
  /** 催办 */
  "POST /policy-tasks/standings/{id}/urge": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly message?: string;
      readonly answerBy?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly standing: string;
    };
  };
  /** 催办全部逾期 */
  "POST /policy-tasks/board/urge": {
    readonly takes: {
      /** 政策包；缺省为最近生效的一份，all 为全部 */
      readonly pack?: string;
      /** 2026、2026-H1、2026-Q1、2026-03；缺省为本季度 */
      readonly period?: string;
      /** 看哪个辖区，缺省为本人辖区 */
      readonly area?: number;
      /** 牵头单位 */
      readonly lead?: string;
      readonly subsystem?: string;
      readonly message?: string;
    };
    readonly gives: {
      readonly urged: number;
      /** 今天已催办过 */
      readonly already: number;
    };
  };
  /** 签收催办 */
  "POST /policy-tasks/urgings/{id}/receive": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly standing: string;
    };
  };
  /** 签收并答复催办 */
  "POST /policy-tasks/urgings/{id}/answer": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly answer: string;
    };
    readonly gives: {
      readonly id: string;
      readonly standing: string;
    };
  };
  /** 填报与上传佐证 */
  "POST /policy-tasks/standings/{id}/evidence": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 材料类职责可不填 */
      readonly value?: number | null;
      readonly on: string;
      readonly note: string;
      /** 材料类职责至少一份 */
      readonly files?: readonly string[];
    };
    readonly gives: {
      readonly id: string;
      readonly standing: string;
    };
  };
  /** 申请免除 */
  "POST /policy-tasks/standings/{id}/waive": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly reason: string;
      readonly until: string;
    };
    readonly gives: {
      readonly id: string;
      readonly standing: string;
    };
  };
  /** 审批免除 */
  "POST /policy-tasks/waivers/{id}/decide": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly approve: boolean;
      readonly words?: string;
    };
    readonly gives: {
      readonly id: string;
      readonly standing: string;
    };
  };
  /** 设定目标 */
  "PUT /policy-tasks/clauses/{id}/target": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly duty: string;
      /** 政策包；同一代号在几地施行时各设各的 */
      readonly pack: string;
      /** 政策包施行的辖区 */
      readonly packArea: number;
      readonly value: number;
      /** 依据 */
      readonly reason: string;
    };
    readonly gives: {
      readonly id: string;
      readonly duty: string;
      readonly value: number;
    };
  };
  /** 行动进展 */
  "GET /policy-tasks/programme-view": {
    readonly takes: TakesPackArea;
    readonly gives: PackProgress;
  };
  /** 据文件建行动 */
  "POST /policy-tasks/programme-view/record": {
    readonly takes: {
      /** 政策包；缺省为最近施行的一份 */
      readonly pack: string;
      readonly area?: number;
    };
    readonly gives: {
      readonly id: string;
      readonly stages: number;
    };
  };
  /** 未完成的重点任务转入下年 */
  "POST /policy-tasks/programme-view/carry": {
    readonly takes: {
      /** 政策包；缺省为最近施行的一份 */
      readonly pack: string;
      readonly area?: number;
      readonly year: number;
    };
    readonly gives: {
      readonly carried: number;
    };
  };
  /** 印发到收文单位 */
  "POST /policy-tasks/issues/{id}/send": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly organs: readonly string[];
    };
    readonly gives: {
      readonly sent: number;
      readonly already: number;
    };
  };
  /** 签收与分解情况 */
  "GET /policy-tasks/issues/{id}/receipts": {
    readonly takes: TakesId;
    readonly gives: {
      readonly receipts: readonly ReceiptLine[];
      readonly send: boolean;
    };
  };
  /** 分解文件里的任务 */
  "POST /policy-tasks/receipts/{id}/tasks": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly title: string;
      readonly content?: string | null;
      readonly organs: readonly string[];
      readonly supports?: readonly string[];
      readonly owner?: string | null;
      readonly dueOn: string;
      readonly output?: string | null;
      readonly clause?: string | null;
      readonly tag?: "bottom" | "base" | "long" | null;
      readonly side?: "government" | "department" | "society" | null;
    };
    readonly gives: {
      readonly tasks: readonly {
        readonly id: string;
        readonly number: string;
      }[];
    };
  };
  /** 配套措施：哪些条款有，哪些没有 */
  "GET /policy-tasks/supporting": {
    readonly takes: TakesPackArea;
    readonly gives: SupportingMeasures;
  };
  /** 共性问题分析 */
  "GET /policy-tasks/common-problems": {
    readonly takes: {
      readonly area?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
    };
    readonly gives: CommonProblems;
  };
  /** 举措模板 */
  "GET /policy-tasks/templates": {
    readonly takes: {
      readonly areaType?: string | null | undefined;
      readonly industry?: string | null | undefined;
    };
    readonly gives: {
      readonly templates: readonly MeasureTemplateShown[];
      readonly areaTypes: Readonly<Record<string, string>>;
      readonly industries: Readonly<Record<string, string>>;
      readonly may: {
        readonly use: boolean;
        readonly write: boolean;
      };
    };
  };
  /** 选用一种做法 */
  "POST /policy-tasks/templates/{id}/use": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly variant: string;
      readonly scope: string;
      readonly before?: string | null;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 成效与优化 */
  "GET /policy-tasks/effect": {
    readonly takes: TakesPackArea;
    readonly gives: EffectShown;
  };
  /** 成效评估 */
  "POST /policy-tasks/effect/reviews": {
    readonly takes: {
      readonly area: number;
      readonly pack: string;
      readonly grade: "good" | "fair" | "weak";
      readonly conclusion: string;
    };
    readonly gives: {
      readonly id: string;
      readonly percent: number | null;
    };
  };
  /** 消安委总览 */
  "GET /committee/overview": {
    readonly takes: {
      readonly year?: number | null | undefined;
      readonly towns?: "true" | "false" | null | undefined;
    };
    readonly gives: {
      readonly year: number;
      readonly committees: readonly CommitteeShown[];
      /** 街镇数与已成立消安委的街镇数 */
      readonly towns: {
        readonly all: number;
        readonly established: number;
      };
    };
  };
  /** 信息反馈：各单位的答复率和平均用时 */
  "GET /committee/feedback": {
    readonly takes: {
      readonly year?: number | null | undefined;
    };
    readonly gives: {
      readonly organs: readonly {
        readonly organ: string;
        readonly name: string;
        readonly asked: number;
        readonly answered: number;
        /** 到期未答，或到期以后才答 */
        readonly late: number;
        readonly meanHours: number | null;
      }[];
    };
  };
  /** 拟会议 */
  "POST /committee/meetings": {
    readonly takes: {
      readonly committee: string;
      readonly kind: "executive" | "office" | "plenary" | "consultation" | "joint" | "special" | "working";
      readonly theme?: "general" | "rural" | "hazard" | "season" | "industry" | "service" | "programme";
      readonly title: string;
      readonly beginsAt: string;
      readonly place?: string | null;
      readonly presider?: string | null;
      readonly recorder?: string | null;
      readonly industry?: string | null;
    };
    readonly gives: {
      readonly id: string;
      readonly number: string;
    };
  };
  /** 一次会议 */
  "GET /committee/meetings/{id}": {
    readonly takes: TakesId;
    readonly gives: MeetingPage;
  };
  /** 加议题或改议题 */
  "POST /committee/meetings/{id}/agenda": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly agenda?: string;
      readonly title: string;
      readonly kind?: "report" | "deliberate" | "interview" | "request" | "inform";
      readonly presenterOrgan?: string | null;
      readonly presenter?: string | null;
      readonly minutesLong?: number | null;
      readonly clause?: string | null;
      readonly materials?: readonly string[];
      readonly shows?: readonly {
        readonly measure: string;
        readonly area: number;
      }[];
    };
    readonly gives: MeetingPage;
  };
  /** 撤议题 */
  "DELETE /committee/meetings/{id}/agenda/{agenda}": {
    readonly takes: {
      readonly id: string;
      readonly agenda: string;
    };
    readonly gives: MeetingPage;
  };
  /** 发会议通知 */
  "POST /committee/meetings/{id}/notify": {
    readonly takes: TakesIdNote;
    readonly gives: MeetingPage;
  };
  /** 登记到会：应到、实到、代会、请假 */
  "POST /committee/meetings/{id}/attendance": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly attendees: readonly {
        readonly organ: string;
        readonly name?: string | null;
        readonly post?: string | null;
        readonly kind?: "member" | "invited";
        readonly presence?: "unknown" | "present" | "deputed" | "leave" | "absent";
        readonly deputy?: string | null;
        readonly reason?: string | null;
      }[];
    };
    readonly gives: MeetingPage;
  };
  /** 召开 */
  "POST /committee/meetings/{id}/hold": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly heldOn?: string;
    };
    readonly gives: MeetingPage;
  };
  /** 存一个议题的纪要和标记 */
  "PUT /committee/meetings/{id}/minutes": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly agenda: string;
      readonly version: number;
      readonly text: string;
      readonly setAside?: readonly string[];
      readonly marks: readonly {
        readonly id?: string;
        readonly kind: "task" | "decision";
        readonly start: number;
        readonly end: number;
        readonly spread?: "one" | "counties" | "towns" | "members";
        readonly organ?: string | null;
        readonly supports?: readonly string[];
        readonly owner?: string | null;
        readonly dueOn?: string | null;
        readonly title?: string | null;
        readonly clause?: string | null;
      }[];
    };
    readonly gives: MeetingPage;
  };
  /** 请承办单位会签 */
  "POST /committee/meetings/{id}/cosign": {
    readonly takes: TakesId;
    readonly gives: MeetingPage;
  };
  /** 签发纪要并交办 */
  "POST /committee/meetings/{id}/issue": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly copies?: readonly string[];
      readonly note?: string;
      /** 有单位还没有会签，仍要签发 */
      readonly unsigned?: boolean;
    };
    readonly gives: MeetingPage;
  };
  /** 底数清册：辖区 × 清册 */
  "GET /grassroots/registers/matrix": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly area: number;
      readonly name: string;
      readonly path: readonly {
        readonly key: number;
        readonly name: string;
      }[];
      readonly registers: readonly {
        readonly key: string;
        readonly label: string;
        readonly path: string;
        readonly freshDays: number;
      }[];
      readonly lines: readonly {
        readonly area: number;
        readonly name: string;
        readonly isTown: boolean;
        readonly completeness: number | null;
        readonly stale: number;
        readonly cells: readonly RegisterCell[];
      }[];
      readonly countedOn: string | null;
    };
  };
  /** 一册的缺口：哪些栏空着、哪些村缺、谁来补 */
  "GET /grassroots/registers/{id}/gaps": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly register: string;
      readonly label: string;
      readonly town: string;
      readonly area: number;
      readonly path: string;
      readonly organ: string | null;
      readonly cell: RegisterCell;
      readonly fields: readonly {
        readonly key: string;
        readonly label: string;
        readonly empty: number;
      }[];
      readonly villages: readonly {
        readonly area: number;
        readonly name: string;
      }[];
      readonly rows: readonly {
        readonly id: string;
        readonly title: string;
        readonly areaName: string | null;
        readonly lacks: readonly string[];
      }[];
      readonly mayOpen: boolean;
      readonly confirmations: readonly {
        readonly id: string;
        readonly confirmedOn: string;
        readonly by: string;
        readonly rows: number;
        readonly sampled: number | null;
        readonly accuracy: number | null;
      }[];
    };
  };
  /** 核对并确认一册 */
  "POST /grassroots/registers/{id}/confirm": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly sampled?: number | null;
      readonly right?: number | null;
      readonly corrections?: string;
    };
    readonly gives: {
      readonly confirmedOn: string;
      readonly freshUntil: string;
      readonly accuracy: number | null;
    };
  };
  /** 重新核算底数清册 */
  "POST /grassroots/registers/recount": {
    readonly takes: {
      readonly area?: number;
    };
    readonly gives: {
      readonly changed: number;
    };
  };
  /** 乡镇（街道）基层治理 */
  "GET /grassroots/towns/{area}": {
    readonly takes: {
      readonly area: number;
      readonly month?: string | null | undefined;
    };
    readonly gives: {
      readonly office: {
        readonly id: string;
        readonly status: string;
        readonly host: string | null;
        readonly director: string | null;
        readonly directorFits: boolean | null;
        readonly officer: string | null;
        readonly phone: string | null;
        readonly partyLead: string | null;
        readonly governmentLead: string | null;
        readonly selfLead: string | null;
        readonly socialLead: string | null;
      } | null;
      readonly station: {
        readonly id: string;
        readonly status: string;
        readonly category: string;
        readonly form: string | null;
        readonly head: string | null;
        readonly phone: string | null;
        readonly staffStandard: number | null;
        readonly staffPresent: number | null;
        readonly staffMet: boolean | null;
        readonly patrolCar: boolean | null;
        readonly countedOn: string | null;
      } | null;
      readonly posts: readonly {
        readonly id: string;
        readonly post: string;
        readonly holderA: string | null;
        readonly holderB: string | null;
        readonly paired: boolean | null;
        readonly standing: string | null;
        readonly standingOn: string | null;
      }[];
      readonly villages: {
        readonly all: number;
        readonly set: number;
        readonly led: number;
        readonly pledges: number;
        readonly households: number;
        readonly signed: number;
      };
      readonly forces: {
        readonly wardens: number;
        readonly teams: number;
        readonly volunteers: number;
        readonly microStations: number;
      };
      readonly members: readonly {
        readonly id: string;
        readonly name: string;
        readonly areaName: string | null;
        readonly objects: number | null;
        readonly planned: number | null;
        readonly patrols: number;
        readonly problems: number;
        readonly lastPatrolOn: string | null;
        readonly lastScore: number | null;
      }[];
      readonly sides: readonly {
        readonly side: string;
        readonly times: number;
        readonly people: number;
      }[];
      readonly events: {
        readonly open: number;
        readonly overdue: number;
        readonly closed: number;
        readonly all: number;
        readonly medianHours: number | null;
      };
      readonly hazards: {
        readonly open: number;
        readonly overdue: number;
        readonly closed: number;
      };
      readonly units: {
        readonly all: number;
        readonly named: number;
      };
      readonly area: number;
      readonly name: string;
      readonly county: string;
      readonly month: string;
      readonly registers: readonly {
        /** 一个乡镇的一册；汇总行为 null */
        readonly id: string | null;
        readonly register: string;
        readonly rows: number;
        readonly expected: number | null;
        readonly missing: number | null;
        readonly incomplete: number;
        /** %；没有内容也不要求有，为 null */
        readonly completeness: number | null;
        /** 汇总行取最早的一个 */
        readonly lastConfirmedOn: string | null;
        readonly daysSince: number | null;
        readonly freshness: "fresh" | "soon" | "stale" | "never";
        /** 超期或从未确认的册数 */
        readonly stale: number;
        readonly towns: number;
        readonly accuracy: number | null;
        readonly label: string;
      }[];
    };
  };
  /** 乡镇（街道）一览：办公室、管理站、网格员与本月巡查 */
  "GET /grassroots/towns": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly towns: readonly {
        readonly area: number;
        readonly name: string;
        readonly county: string;
        readonly office: boolean;
        readonly station: boolean;
        readonly staffMet: boolean;
        readonly staffPresent: number;
        readonly staffStandard: number;
        readonly paired: number;
        readonly posts: number;
        readonly members: number;
        readonly patrols: number;
        /** 成熟度 0–100：站、人、AB 岗、模块、闭环各占两成 */
        readonly maturity: number;
      }[];
    };
  };
  /** 核算一个月的网格员考核 */
  "POST /grassroots/appraisals/run": {
    readonly takes: {
      readonly month: string;
      readonly area?: number;
    };
    readonly gives: {
      readonly made: number;
    };
  };
  /** 接入的基层平台 */
  "GET /grassroots/platforms": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly platforms: readonly ConnectedPlatform[];
      readonly mayRegister: boolean;
      readonly mayApprove: boolean;
    };
  };
  /** 登记一个平台，给出密钥 */
  "POST /grassroots/platforms": {
    readonly takes: {
      readonly name: string;
      readonly kind: "city" | "grassroots" | "security" | "community" | "other";
      readonly area: number;
      readonly scopes: readonly ("events" | "feedback" | "warnings" | "embed" | "problems")[];
      readonly webhookUrl?: string | null;
      /** 允许回调地址在内网（政务网）或用 http */
      readonly allowPrivate?: boolean;
      /** 可嵌入我方页面的来源，如 https://jczz.example.gov.cn */
      readonly origin?: string | null;
      readonly perMinute?: number;
      readonly key: string;
    };
    readonly gives: {
      readonly platform: ConnectedPlatform;
      /** 只给这一次 */
      readonly secret: string;
    };
  };
  /** 修改平台；改辖区、权限、地址后须重新授权 */
  "PUT /grassroots/platforms/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly name: string;
      readonly kind: "city" | "grassroots" | "security" | "community" | "other";
      readonly area: number;
      readonly scopes: readonly ("events" | "feedback" | "warnings" | "embed" | "problems")[];
      readonly webhookUrl?: string | null;
      /** 允许回调地址在内网（政务网）或用 http */
      readonly allowPrivate?: boolean;
      /** 可嵌入我方页面的来源，如 https://jczz.example.gov.cn */
      readonly origin?: string | null;
      readonly perMinute?: number;
      readonly version: number;
    };
    readonly gives: ConnectedPlatform;
  };
  /** 授权启用平台 */
  "POST /grassroots/platforms/{id}/approve": {
    readonly takes: TakesId;
    readonly gives: ConnectedPlatform;
  };
  /** 撤销平台：立即停用，嵌入会话一并失效 */
  "POST /grassroots/platforms/{id}/revoke": {
    readonly takes: TakesIdReason;
    readonly gives: ConnectedPlatform;
  };
  /** 更换密钥；旧的立即失效，须重新授权 */
  "POST /grassroots/platforms/{id}/secret": {
    readonly takes: TakesId;
    readonly gives: {
      readonly platform: ConnectedPlatform;
      /** 只给这一次 */
      readonly secret: string;
    };
  };
  /** 外发消息，新的在前 */
  "GET /grassroots/platforms/{id}/deliveries": {
    readonly takes: {
      readonly id: string;
      readonly state?: "pending" | "delivered" | "dead" | null | undefined;
    };
    readonly gives: {
      readonly deliveries: readonly {
        readonly id: string;
        readonly kind: "feedback" | "warning" | "problem" | "test";
        readonly type: string;
        readonly state: "pending" | "delivered" | "dead";
        readonly attempts: number;
        readonly createdAt: string;
        readonly nextAt: string | null;
        readonly lastAt: string | null;
        readonly deliveredAt: string | null;
        readonly status: number | null;
        readonly receipt: string | null;
        readonly trouble: string | null;
        readonly body: string;
      }[];
    };
  };
  /** 发一条测试消息 */
  "POST /grassroots/platforms/{id}/test": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
    };
  };
  /** 重发未送达的消息 */
  "POST /grassroots/deliveries/{id}/resend": {
    readonly takes: TakesId;
    readonly gives: Readonly<Record<string, never>>;
  };
  /** 街镇对标：建设规范与运行规程 */
  "GET /grassroots/standards": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly towns: readonly {
        readonly area: number;
        readonly name: string;
        readonly county: string;
        readonly forces: readonly StandardCell[];
        readonly workflows: readonly WorkflowDeviation[];
        readonly deviates: number;
      }[];
      readonly norms: readonly {
        readonly id: string | null;
        readonly force: "office" | "station" | "village" | "microStation";
        readonly name: string;
        readonly document: string | null;
        readonly items: number;
      }[];
      readonly workflows: readonly {
        readonly id: string | null;
        readonly kind: "patrol" | "hazard" | "notice" | "drill" | "report";
        readonly name: string;
        readonly document: string | null;
        readonly every: "month" | "quarter" | "year";
        readonly least: number | null;
        readonly withinDays: number | null;
        readonly share: number | null;
        readonly steps: readonly {
          readonly step: string;
          readonly who: string;
          readonly days: number | null;
        }[];
      }[];
      readonly mayConfigure: boolean;
    };
  };
  /** 一个组织逐条对标 */
  "GET /grassroots/standards/{force}/{id}": {
    readonly takes: {
      readonly force: "office" | "station" | "village" | "microStation";
      readonly id: string;
    };
    readonly gives: {
      readonly id: string;
      readonly name: string;
      readonly force: "office" | "station" | "village" | "microStation";
      readonly area: number;
      readonly areaName: string | null;
      readonly path: string;
      readonly norm: {
        readonly id: string | null;
        readonly name: string;
        readonly document: string | null;
        readonly duties: string | null;
        readonly funding: string | null;
      };
      readonly met: number | null;
      readonly items: readonly StandardItem[];
      readonly rating: {
        readonly id: string;
        readonly state: string;
        readonly selfScore: number | null;
        readonly verifiedScore: number | null;
        readonly ratedOn: string | null;
        readonly ratedBy: string | null;
        readonly verifiedOn: string | null;
        readonly verifiedBy: string | null;
      } | null;
      readonly may: {
        readonly rate: boolean;
        readonly verify: boolean;
      };
    };
  };
  /** 对标自评 */
  "POST /grassroots/standards/{force}/{id}/rate": {
    readonly takes: {
      readonly force: "office" | "station" | "village" | "microStation";
      readonly id: string;
    } & {
      readonly answers: readonly {
        readonly item: string;
        readonly answer: "met" | "partly" | "not";
        readonly words?: string | null;
      }[];
    };
    readonly gives: {
      readonly id: string;
      readonly selfScore: number;
    };
  };
  /** 核实对标自评 */
  "POST /grassroots/standards/{force}/{id}/verify": {
    readonly takes: {
      readonly force: "office" | "station" | "village" | "microStation";
      readonly id: string;
    } & {
      readonly answers: readonly {
        readonly item: string;
        readonly answer: "met" | "partly" | "not";
        readonly words?: string | null;
      }[];
    };
    readonly gives: {
      readonly id: string;
      readonly verifiedScore: number;
    };
  };
  /** 治理措施与前后成效 */
  "GET /grassroots/practices": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly practices: readonly {
        readonly id: string;
        readonly title: string;
        readonly topic: string;
        readonly summary: string;
        readonly recommended: boolean;
        readonly applied: readonly {
          readonly id: string;
          readonly area: number;
          readonly areaName: string;
          readonly adoptedOn: string;
          readonly way: string;
          readonly before: PracticeWindow;
          readonly after: PracticeWindow;
          /** 比较的天数；采用不满一期的按已过天数，前后同长 */
          readonly days: number;
          /** 销号隐患变化，% */
          readonly cleared: number | null;
          /** 整改快了几天，负数为慢 */
          readonly faster: number | null;
        }[];
      }[];
    };
  };
  /** 村社工作台一览：谁在用 */
  "GET /grassroots/villages": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly days: number;
      readonly villages: readonly VillageLine[];
      readonly active: number;
      readonly maySend: boolean;
    };
  };
  /** 一个村社的工作台 */
  "GET /grassroots/villages/{area}": {
    readonly takes: {
      readonly area: number;
    };
    readonly gives: {
      readonly area: number;
      readonly name: string;
      readonly town: string;
      readonly townArea: number;
      readonly body: {
        readonly id: string;
        readonly status: string;
        readonly leader: string | null;
        readonly pledge: boolean | null;
        readonly signed: number | null;
        readonly households: number | null;
      } | null;
      readonly month: string;
      readonly planned: number | null;
      readonly patrols: readonly {
        readonly id: string;
        readonly member: string;
        readonly patrolledOn: string;
        readonly problems: number;
        readonly foundWords: string;
      }[];
      readonly patrolsMonth: number;
      readonly checks: readonly {
        readonly id: string;
        readonly checkedOn: string;
        readonly by: string;
        readonly found: number;
        readonly mended: number | null;
      }[];
      readonly notices: readonly {
        readonly id: string;
        readonly title: string;
        readonly words: string;
        readonly sender: string;
        readonly sentOn: string;
        readonly readBy: string;
        readonly readOn: string | null;
        readonly reader: string | null;
        readonly reply: string | null;
      }[];
      readonly trainings: readonly {
        readonly what: string;
        readonly on: string;
        readonly people: number;
      }[];
      readonly watch: readonly {
        readonly id: string;
        readonly placeWords: string;
        readonly grade: string;
        readonly checkedOn: string;
      }[];
      readonly hazards: {
        readonly open: number;
        readonly overdue: number;
      };
      readonly units: {
        readonly all: number;
        readonly checked: number;
      };
      readonly items: Readonly<Record<string, string>>;
      readonly may: {
        readonly check: boolean;
        readonly read: boolean;
        readonly settle: boolean;
      };
    };
  };
  /** 给村社发通知 */
  "POST /grassroots/notices": {
    readonly takes: {
      readonly area: number;
      readonly title: string;
      readonly words: string;
      readonly readBy: string;
    };
    readonly gives: {
      readonly sent: number;
    };
  };
  /** 签收村社通知 */
  "POST /grassroots/notices/{id}/read": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly reply?: string | null;
    };
    readonly gives: {
      readonly readOn: string;
      readonly reader: string;
    };
  };
  /** 登记一处风险 */
  "POST /grassroots/risk-checks": {
    readonly takes: {
      readonly area: number;
      readonly placeWords: string;
      readonly placeKind: "shop" | "rental" | "workshop" | "home" | "selfBuilt" | "yard" | "other";
      readonly unit?: string | null;
      readonly source: "gridMember" | "village" | "station" | "volunteer" | "citizen" | "platform";
      readonly finder: string;
      readonly factors: readonly ("exitBlocked" | "sleepingMixed" | "ebikeIndoors" | "wiring" | "combustibles" | "noExtinguisher" | "alarmBroken" | "vulnerable" | "gasMisuse" | "laneBlocked")[];
      readonly words?: string | null;
      readonly point?: {
        readonly lon: number;
        readonly lat: number;
      } | null;
    };
    readonly gives: RiskTaken;
  };
  /** 村社盯办销记 */
  "POST /grassroots/risk-checks/{id}/settle": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly words: string;
    };
    readonly gives: {
      readonly settledOn: string;
    };
  };
  /** 风险排查：谁发现了多少 */
  "GET /grassroots/risks": {
    readonly takes: {
      readonly area?: number | null | undefined;
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
    };
    readonly gives: {
      readonly from: string;
      readonly to: string;
      readonly sources: readonly {
        readonly source: "gridMember" | "village" | "station" | "volunteer" | "citizen" | "platform";
        readonly finds: number;
        readonly repeats: number;
        readonly hazards: number;
        readonly grades: Readonly<Record<string, number>>;
      }[];
      readonly watch: number;
      readonly mayFind: boolean;
    };
  };
  /** 收手机送来的巡查 */
  "POST /grassroots/field/sync": {
    readonly takes: {
      readonly pieces: readonly PatrolPiece[];
    };
    readonly gives: {
      readonly receipts: readonly PatrolReceipt[];
      readonly serverTime: string;
    };
  };
  /** 下载网格员的巡查资料 */
  "GET /grassroots/field/day": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: PatrolDay;
  };
  /** 年度考核目录 */
  "GET /assessment/years": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly years: readonly AssessmentYearLine[];
    };
  };
  /** 开始一个年度的考核 */
  "POST /assessment/years": {
    readonly takes: {
      readonly scheme: string;
      readonly year: number;
      readonly pledgeBy: string;
      readonly group?: string | null;
    };
    readonly gives: {
      readonly id: string;
      readonly entrants: number;
      /** 没有人口数、未能分组的 */
      readonly ungrouped: readonly string[];
    };
  };
  /** 年度考核：步骤与名次 */
  "GET /assessment/years/{id}/board": {
    readonly takes: {
      readonly id: string;
      readonly score?: "live" | "frozen" | "final" | null | undefined;
    };
    readonly gives: AssessmentBoard;
  };
  /** 一个被考核政府的各项指标 */
  "GET /assessment/entrants/{id}": {
    readonly takes: {
      readonly id: string;
      readonly score?: "live" | "frozen" | "final" | null | undefined;
    };
    readonly gives: AssessedGovernment;
  };
  /** 一项指标背后的行：冻结时与现在 */
  "GET /assessment/entrants/{id}/evidence": {
    readonly takes: {
      readonly id: string;
      readonly indicator: string;
      readonly limit?: number | null | undefined;
      readonly offset?: number | null | undefined;
    };
    readonly gives: AssessmentEvidence;
  };
  /** 核验冻结的证据 */
  "GET /assessment/entrants/{id}/verify": {
    readonly takes: TakesId;
    readonly gives: {
      readonly verdict: "same" | "changed" | "unknown";
      readonly sm3: string;
      readonly rows: number;
      readonly auditId: number | null;
      readonly sealed: boolean;
    };
  };
  /** 签订责任状 */
  "POST /assessment/entrants/{id}/pledge": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly signedOn: string;
      readonly signer: string;
      readonly superiorSigner?: string | null;
      readonly targets: readonly {
        readonly item: string;
        readonly target: string;
      }[];
      readonly papers?: readonly string[];
    };
    readonly gives: {
      readonly signed: number;
      readonly of: number;
    };
  };
  /** 提出申诉 */
  "POST /assessment/entrants/{id}/appeals": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly indicator: string;
      readonly reason: string;
      readonly claims: readonly {
        readonly ord?: number | null;
        readonly what: string;
        readonly words?: string | null;
      }[];
      readonly papers?: readonly string[];
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 申诉与采纳的结果 */
  "GET /assessment/years/{id}/appeals": {
    readonly takes: {
      readonly id: string;
      readonly entrant?: string | null | undefined;
    };
    readonly gives: {
      readonly appeals: readonly AppealWithEffects[];
    };
  };
  /** 预看通报 */
  "GET /assessment/years/{id}/circular": {
    readonly takes: TakesId;
    readonly gives: {
      readonly title: string;
      readonly number: string | null;
      readonly lines: readonly {
        readonly grouping: string;
        readonly rank: string;
        readonly name: string;
        readonly score: string;
        readonly grade: string;
        readonly change: string;
      }[];
      readonly receivers: readonly {
        readonly name: string;
        readonly readAt: string | null;
        readonly reader: string | null;
      }[];
    };
  };
  /** 结果运用建议 */
  "GET /assessment/years/{id}/suggestions": {
    readonly takes: TakesId;
    readonly gives: {
      readonly suggestions: readonly AssessmentSuggestion[];
    };
  };
  /** 抄送领导班子考核 */
  "POST /assessment/entrants/{id}/extract": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly receiver: string;
      readonly person: string;
    };
    readonly gives: {
      readonly number: string;
      readonly documentId: string;
      readonly use: string;
    };
  };
  /** 随平台提供的方案样本 */
  "GET /assessment/schemes/shipped": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly schemes: readonly {
        readonly code: string;
        readonly title: string;
        readonly source: string;
      }[];
    };
  };
  /** 检查考核方案 */
  "POST /assessment/schemes/check": {
    readonly takes: {
      readonly source: string;
    };
    readonly gives: {
      readonly ok: boolean;
      readonly errors: readonly SchemeError[];
      readonly summary: {
        readonly code: string;
        readonly title: string;
        readonly of: "county" | "town";
        readonly full: number;
        readonly dimensions: readonly {
          readonly name: string;
          readonly weight: number;
          readonly indicators: number;
        }[];
        readonly indicators: readonly {
          readonly id: string;
          readonly name: string;
          readonly dimension: string;
          readonly weight: number;
          readonly by: "linear" | "step" | "rank";
          readonly source: string;
        }[];
      } | null;
    };
  };
  /** 起草考核方案 */
  "POST /assessment/schemes": {
    readonly takes: {
      readonly source: string;
    };
    readonly gives: {
      readonly id: string;
      readonly edition: number;
      readonly changes: readonly string[];
    };
  };
  /** 修改考核方案草稿 */
  "PUT /assessment/schemes/{id}": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly version: number;
      readonly source: string;
    };
    readonly gives: {
      readonly id: string;
      readonly edition: number;
      readonly changes: readonly string[];
    };
  };
  /** 考核方案全文与改动 */
  "GET /assessment/schemes/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly title: string;
      readonly code: string;
      readonly edition: number;
      readonly state: string;
      readonly version: number;
      readonly source: string;
      readonly summary: {
        readonly code: string;
        readonly title: string;
        readonly of: "county" | "town";
        readonly full: number;
        readonly dimensions: readonly {
          readonly name: string;
          readonly weight: number;
          readonly indicators: number;
        }[];
        readonly indicators: readonly {
          readonly id: string;
          readonly name: string;
          readonly dimension: string;
          readonly weight: number;
          readonly by: "linear" | "step" | "rank";
          readonly source: string;
        }[];
      };
      readonly changes: readonly string[];
    };
  };
  /** 结果指标 */
  "GET /assessment/outcome": {
    readonly takes: {
      readonly year: number;
      readonly area?: number | null | undefined;
    };
    readonly gives: {
      readonly year: number;
      readonly until: string;
      readonly figures: readonly OutcomeFigure[];
      readonly population: {
        readonly people: number;
        readonly year: number;
        readonly source: string;
      } | null;
      readonly owing: readonly {
        readonly name: string;
        readonly what: "population" | "fires";
        readonly months: readonly string[];
      }[];
      readonly months: readonly {
        readonly month: string;
        readonly fires: number;
        readonly deaths: number;
        readonly firesBefore: number | null;
      }[];
    };
  };
  /** 书面反馈督导问题 */
  "POST /assessment/rounds/{id}/feedback": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly target: string;
      readonly replyBy: string;
    };
    readonly gives: {
      readonly number: string;
      readonly findings: number;
      readonly documentId: string;
    };
  };
  /** 签收通报 */
  "POST /assessment/receipts/{id}/read": {
    readonly takes: TakesId;
    readonly gives: {
      readonly readAt: string;
      readonly reader: string;
    };
  };
  /** 督导检查单 */
  "GET /assessment/rounds/{id}/items": {
    readonly takes: TakesId;
    readonly gives: {
      readonly id: string;
      readonly name: string;
      readonly from: string;
      readonly until: string;
      readonly team: string;
      readonly items: readonly {
        readonly id: string;
        readonly place: string;
        readonly section: "mechanism" | "register" | "quality";
        readonly what: string;
        readonly evidence: string | null;
        readonly path: string | null;
        readonly proposed: boolean;
        readonly result: "right" | "wrong" | "missing" | null;
        readonly words: string | null;
        readonly checkedOn: string | null;
        readonly checker: string | null;
        readonly finding: string | null;
      }[];
      readonly places: readonly {
        readonly area: number;
        readonly name: string;
        readonly level: string;
      }[];
      readonly may: {
        readonly supervise: boolean;
      };
    };
  };
  /** 列入督导检查单 */
  "POST /assessment/rounds/{id}/items": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly area: number;
      readonly items: readonly {
        readonly section: "mechanism" | "register" | "quality";
        readonly what: string;
        readonly rowId?: string | null;
      }[];
    };
    readonly gives: {
      readonly added: number;
    };
  };
  /** 平台建议核对的内容 */
  "GET /assessment/rounds/{id}/proposals": {
    readonly takes: {
      readonly id: string;
      readonly area: number;
    };
    readonly gives: {
      readonly proposals: readonly RoundProposal[];
    };
  };
  /** 记核对结果 */
  "POST /assessment/round-items/{id}/mark": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly result: "right" | "wrong" | "missing";
      readonly words?: string;
      readonly asFinding?: boolean;
      readonly grave?: boolean;
    };
    readonly gives: {
      readonly id: string;
      readonly finding: string | null;
    };
  };
  /** 消防安全形势综合指数 */
  "GET /assessment/situation": {
    readonly takes: TakesArea;
    readonly gives: {
      readonly area: number;
      readonly areaName: string;
      readonly month: string;
      readonly index: number | null;
      /** reached 根本好转且稳定，better 好转未稳，level 持平，worse 变差 */
      readonly verdict: "reached" | "better" | "level" | "worse" | "unknown";
      readonly rule: {
        readonly better: number;
        readonly months: number;
        readonly swing: number;
      };
      readonly names: readonly {
        readonly key: string;
        readonly name: string;
        readonly measure: string;
      }[];
      readonly months: readonly {
        readonly month: string;
        readonly index: number | null;
        readonly parts: readonly SituationPart[];
      }[];
      readonly areas: readonly {
        readonly area: number;
        readonly areaName: string;
        readonly index: number | null;
        readonly verdict: string;
      }[];
    };
  };
  /** 任务完成情况计入考评 */
  "GET /assessment/task-feed": {
    readonly takes: {
      readonly kind: "yearly" | "special" | "supervision";
      readonly year?: number | null | undefined;
      readonly area?: number | null | undefined;
    };
    readonly gives: {
      readonly kind: string;
      readonly year: number;
      readonly mappings: readonly {
        readonly id: string;
        readonly name: string;
        readonly measure: string;
        readonly unit: string;
        /** 平台有没有这个指标 */
        readonly known: boolean;
        readonly weight: number;
        readonly zeroAt: number;
        readonly fullAt: number;
        readonly basis: string | null;
      }[];
      readonly rows: readonly {
        readonly area: number;
        readonly areaName: string;
        readonly parts: readonly {
          readonly mapping: string;
          readonly value: number | null;
          readonly points: number | null;
          readonly weight: number;
        }[];
        readonly total: number | null;
      }[];
    };
  };
  /** 用户 列表 */
  "GET /identity/user": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly IdentityUser[];
      readonly next: string | null;
    };
  };
  /** 用户 登记 */
  "POST /identity/user": {
    readonly takes: IdentityUserValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly [field: string]: unknown;
    };
    readonly gives: IdentityUser;
  };
  /** 单位 列表 */
  "GET /places/unit": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PlacesUnit[];
      readonly next: string | null;
    };
  };
  /** 单位 登记 */
  "POST /places/unit": {
    readonly takes: PlacesUnitValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "shop" | "hotel" | "entertainment" | "restaurant" | "stadium" | "hospital" | "nursing" | "school" | "boardingSchool" | "kindergarten" | "government" | "broadcast" | "station" | "airport" | "library" | "museum" | "relic" | "religious" | "power" | "hazardous" | "factory" | "research" | "highRise" | "residence" | "grainStore" | "cottonStore" | "timberYard" | "warehouse" | "construction" | "office" | "smallPlace" | "other";
      readonly address: string;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesUnit;
  };
  /** 单位 计数 */
  "GET /places/unit/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 单位 详情 */
  "GET /places/unit/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: PlacesUnit;
      readonly can: readonly string[];
    };
  };
  /** 单位 修改 */
  "PATCH /places/unit/{id}": {
    readonly takes: {
      readonly id: string;
    } & PlacesUnitValues & {
      readonly version: number;
      readonly [field: string]: unknown;
    };
    readonly gives: PlacesUnit;
  };
  /** 单位 注销 */
  "DELETE /places/unit/{id}": {
    readonly takes: {
      readonly id: string;
      readonly reason: string;
    };
    readonly gives: Done;
  };
  /** 单位 修改历史 */
  "GET /places/unit/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 单位 地图点 */
  "GET /places/unit/map": {
    readonly takes: {
      readonly view?: string | null | undefined;
      readonly where?: string | null | undefined;
      readonly q?: string | null | undefined;
      readonly sort?: string | null | undefined;
      readonly after?: string | null | undefined;
      readonly offset?: number | null | undefined;
      readonly limit?: number | null | undefined;
      readonly bbox?: string | null | undefined;
      readonly zoom?: number | null | undefined;
    };
    readonly gives: MapPoints;
  };
  /** 单位 看个人信息 */
  "POST /places/unit/{id}/reveal": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly fields: readonly string[];
      readonly reason: string;
    };
    readonly gives: Revealed;
  };
  /** 单位 我的导入 */
  "GET /places/unit/imports": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly imports: readonly ImportSummary[];
    };
  };
  /** 单位 导入进度与问题 */
  "GET /places/unit/import/{importId}": {
    readonly takes: {
      readonly importId: string;
      readonly level?: "problems" | "error" | "confirm" | "fixed" | "all" | null | undefined;
      readonly after?: number | null | undefined;
      readonly limit?: number | null | undefined;
    };
    readonly gives: ImportState;
  };
  /** 单位 导入：对字段 */
  "POST /places/unit/import/{importId}/map": {
    readonly takes: {
      readonly importId: string;
    } & {
      readonly columns: readonly {
        readonly header: string;
        readonly field: string | null;
      }[];
      readonly datum?: "wgs84" | "cgcs2000" | "gcj02" | "bd09" | null;
    };
    readonly gives: ImportSummary;
  };
  /** 单位 导入：改正一格 */
  "POST /places/unit/import/{importId}/fix": {
    readonly takes: {
      readonly importId: string;
    } & {
      readonly row: number;
      readonly field: string;
      readonly value: string;
    };
    readonly gives: {
      readonly importId: string;
      readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
      readonly fileName: string;
      readonly createdAt: string;
      readonly error: {
        readonly code: string;
        readonly message: string;
      } | null;
      readonly total: number;
      readonly good: number;
      readonly bad: number;
      readonly confirm: number;
      readonly same: number;
      readonly done: number;
      readonly rows: readonly ImportRow[];
    };
  };
  /** 单位 导入：入库 */
  "POST /places/unit/import/{importId}/commit": {
    readonly takes: {
      readonly importId: string;
    } & {
      readonly includeConfirm?: boolean;
    };
    readonly gives: ImportSummary;
  };
  /** 联系人 看个人信息 */
  "POST /places/contact/{id}/reveal": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly fields: readonly string[];
      readonly reason: string;
    };
    readonly gives: Revealed;
  };
  /** 部件点位 列表 */
  "GET /facilities/component": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly FacilitiesComponent[];
      readonly next: string | null;
    };
  };
  /** 部件点位 登记 */
  "POST /facilities/component": {
    readonly takes: FacilitiesComponentValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly address: string;
      readonly systemType: number;
      readonly systemAddress: number;
      readonly componentAddress: number;
      readonly componentType: number;
      readonly state: "inUse" | "stopped" | "removed";
      readonly [field: string]: unknown;
    };
    readonly gives: FacilitiesComponent;
  };
  /** 屏蔽与测试 列表 */
  "GET /remote-monitoring/window": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringWindow[];
      readonly next: string | null;
    };
  };
  /** 查岗 列表 */
  "GET /remote-monitoring/duty-answer": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringDutyAnswer[];
      readonly next: string | null;
    };
  };
  /** 班次 列表 */
  "GET /remote-monitoring/shift": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringShift[];
      readonly next: string | null;
    };
  };
  /** 设备状态 列表 */
  "GET /remote-monitoring/device": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringDevice[];
      readonly next: string | null;
    };
  };
  /** 点位状态 列表 */
  "GET /remote-monitoring/point": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringPoint[];
      readonly next: string | null;
    };
  };
  /** 点位状态 计数 */
  "GET /remote-monitoring/point/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 应接入对象 列表 */
  "GET /remote-monitoring/access-target": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly RemoteMonitoringAccessTarget[];
      readonly next: string | null;
    };
  };
  /** 应接入对象 计数 */
  "GET /remote-monitoring/access-target/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 火灾隐患 列表 */
  "GET /hazard-loop/hazard": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly HazardLoopHazard[];
      readonly next: string | null;
    };
  };
  /** 火灾隐患 计数 */
  "GET /hazard-loop/hazard/count": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Count;
  };
  /** 火灾隐患 详情 */
  "GET /hazard-loop/hazard/{id}": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: HazardLoopHazard;
      readonly can: readonly string[];
    };
  };
  /** 火灾隐患 修改历史 */
  "GET /hazard-loop/hazard/{id}/history": {
    readonly takes: TakesId;
    readonly gives: {
      readonly entries: readonly HistoryEntry[];
    };
  };
  /** 火灾隐患 地图点 */
  "GET /hazard-loop/hazard/map": {
    readonly takes: {
      readonly view?: string | null | undefined;
      readonly where?: string | null | undefined;
      readonly q?: string | null | undefined;
      readonly sort?: string | null | undefined;
      readonly after?: string | null | undefined;
      readonly offset?: number | null | undefined;
      readonly limit?: number | null | undefined;
      readonly bbox?: string | null | undefined;
      readonly zoom?: number | null | undefined;
    };
    readonly gives: MapPoints;
  };
  /** 管控方案 列表 */
  "GET /supervision-listing/control-plan": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly SupervisionListingControlPlan[];
      readonly next: string | null;
    };
  };
  /** 管控方案 登记 */
  "POST /supervision-listing/control-plan": {
    readonly takes: SupervisionListingControlPlanValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly target: "hazard" | "unit" | "area";
      readonly plan: string;
      readonly leader: string;
      readonly everyDays: number;
      readonly [field: string]: unknown;
    };
    readonly gives: SupervisionListingControlPlan;
  };
  /** 检查质量复核 列表 */
  "GET /inspection/quality-check": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly InspectionQualityCheck[];
      readonly next: string | null;
    };
  };
  /** 检查质量复核 登记 */
  "POST /inspection/quality-check": {
    readonly takes: InspectionQualityCheckValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly original: string;
      readonly checkedOn: string;
      readonly found: number;
      readonly missedSerious: number;
      readonly missedOther: number;
      readonly [field: string]: unknown;
    };
    readonly gives: InspectionQualityCheck;
  };
  /** 抽中名单 列表 */
  "GET /inspection/draw-pick": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly InspectionDrawPick[];
      readonly next: string | null;
    };
  };
  /** 抽中名单 登记 */
  "POST /inspection/draw-pick": {
    readonly takes: InspectionDrawPickValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly [field: string]: unknown;
    };
    readonly gives: InspectionDrawPick;
  };
  /** 检查对象 列表 */
  "GET /inspection/object": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly InspectionObject[];
      readonly next: string | null;
    };
  };
  /** 检查对象 登记 */
  "POST /inspection/object": {
    readonly takes: InspectionObjectValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly [field: string]: unknown;
    };
    readonly gives: InspectionObject;
  };
  /** 监管类别变更 列表 */
  "GET /inspection/supervision-class": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly InspectionSupervisionClass[];
      readonly next: string | null;
    };
  };
  /** 监管类别变更 登记 */
  "POST /inspection/supervision-class": {
    readonly takes: InspectionSupervisionClassValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly [field: string]: unknown;
    };
    readonly gives: InspectionSupervisionClass;
  };
  /** 双随机抽查 列表 */
  "GET /inspection/draw": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly InspectionDraw[];
      readonly next: string | null;
    };
  };
  /** 文书模板 列表 */
  "GET /enforcement/template": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly EnforcementTemplate[];
      readonly next: string | null;
    };
  };
  /** 文书模板 登记 */
  "POST /enforcement/template": {
    readonly takes: EnforcementTemplateValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly [field: string]: unknown;
    };
    readonly gives: EnforcementTemplate;
  };
  /** 参加部门 列表 */
  "GET /enforcement/joint-part": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly EnforcementJointPart[];
      readonly next: string | null;
    };
  };
  /** 参加部门 登记 */
  "POST /enforcement/joint-part": {
    readonly takes: EnforcementJointPartValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly action: string;
      readonly organ: string;
      readonly role: "lead" | "fire" | "police" | "order" | "market" | "housing" | "other";
      readonly task: string;
      readonly [field: string]: unknown;
    };
    readonly gives: EnforcementJointPart;
  };
  /** 联合检查记录 列表 */
  "GET /enforcement/joint-finding": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly EnforcementJointFinding[];
      readonly next: string | null;
    };
  };
  /** 联合检查记录 登记 */
  "POST /enforcement/joint-finding": {
    readonly takes: EnforcementJointFindingValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly action: string;
      readonly target: string;
      readonly organ: string;
      readonly checkedOn: string;
      readonly problems: number;
      readonly done: readonly ("onSpot" | "order" | "penalty" | "seal" | "transfer" | "none")[];
      readonly [field: string]: unknown;
    };
    readonly gives: EnforcementJointFinding;
  };
  /** 法律文书 列表 */
  "GET /enforcement/document": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly EnforcementDocument[];
      readonly next: string | null;
    };
  };
  /** 巡查点 列表 */
  "GET /unit-management/patrol-point": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly UnitManagementPatrolPoint[];
      readonly next: string | null;
    };
  };
  /** 巡查点 登记 */
  "POST /unit-management/patrol-point": {
    readonly takes: UnitManagementPatrolPointValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly name: string;
      readonly place: string;
      readonly inUse: boolean;
      readonly [field: string]: unknown;
    };
    readonly gives: UnitManagementPatrolPoint;
  };
  /** 巡查记录 列表 */
  "GET /unit-management/patrol": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly UnitManagementPatrol[];
      readonly next: string | null;
    };
  };
  /** 培训记录 列表 */
  "GET /unit-management/training": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly UnitManagementTraining[];
      readonly next: string | null;
    };
  };
  /** 培训记录 登记 */
  "POST /unit-management/training": {
    readonly takes: UnitManagementTrainingValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly topic: string;
      readonly heldOn: string;
      readonly kind: "regular" | "newcomer" | "special";
      readonly trained: number;
      readonly expected: number;
      readonly [field: string]: unknown;
    };
    readonly gives: UnitManagementTraining;
  };
  /** 专项整治 列表 */
  "GET /key-places/campaign": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly KeyPlacesCampaign[];
      readonly next: string | null;
    };
  };
  /** 调研摸底 列表 */
  "GET /baseline-survey/survey": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly BaselineSurveySurvey[];
      readonly next: string | null;
    };
  };
  /** 调研摸底 登记 */
  "POST /baseline-survey/survey": {
    readonly takes: {
      readonly area?: number;
      readonly point?: unknown;
      readonly [field: string]: unknown;
    };
    readonly gives: BaselineSurveySurvey;
  };
  /** 行业归口 列表 */
  "GET /responsibility/regulator-rule": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly ResponsibilityRegulatorRule[];
      readonly next: string | null;
    };
  };
  /** 行业归口 登记 */
  "POST /responsibility/regulator-rule": {
    readonly takes: ResponsibilityRegulatorRuleValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly industry: string;
      readonly basis: "kind" | "licence" | "port" | "state";
      readonly organKind: "government" | "party" | "committee" | "fire-brigade" | "monitoring-center" | "emergency" | "public-security" | "housing" | "natural-resources" | "urban-management" | "development-reform" | "industry-information" | "finance" | "human-resources" | "education" | "science" | "civil-affairs" | "justice" | "environment" | "transport" | "water-conservancy" | "agriculture" | "commerce" | "culture-tourism" | "cultural-relics" | "religion" | "health" | "veterans" | "market" | "state-assets" | "statistics" | "medical-insurance" | "data-bureau" | "petitions" | "business-environment" | "supervision" | "public-institutions" | "propaganda" | "politics-law" | "organization" | "meteorology" | "disabled-federation" | "trade-union" | "youth-league" | "women" | "grain" | "tobacco" | "post" | "rail" | "power" | "water" | "gas" | "telecom" | "management-committee" | "community-committee" | "other";
      readonly from: string;
      readonly [field: string]: unknown;
    };
    readonly gives: ResponsibilityRegulatorRule;
  };
  /** 隶属关系 列表 */
  "GET /responsibility/affiliation": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly ResponsibilityAffiliation[];
      readonly next: string | null;
    };
  };
  /** 隶属关系 登记 */
  "POST /responsibility/affiliation": {
    readonly takes: ResponsibilityAffiliationValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly unit: string;
      readonly group: string;
      readonly [field: string]: unknown;
    };
    readonly gives: ResponsibilityAffiliation;
  };
  /** 试点 列表 */
  "GET /policy-tasks/pilot": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksPilot[];
      readonly next: string | null;
    };
  };
  /** 试点 登记 */
  "POST /policy-tasks/pilot": {
    readonly takes: PolicyTasksPilotValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly organ: string;
      readonly scope: string;
      readonly method: string;
      readonly from: string;
      readonly result: "running" | "spread" | "adjust" | "stopped";
      readonly [field: string]: unknown;
    };
    readonly gives: PolicyTasksPilot;
  };
  /** 经验做法 列表 */
  "GET /policy-tasks/practice": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksPractice[];
      readonly next: string | null;
    };
  };
  /** 经验做法 登记 */
  "POST /policy-tasks/practice": {
    readonly takes: PolicyTasksPracticeValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly title: string;
      readonly topic: "responsibility" | "grassroots" | "hazard" | "publicity" | "technology" | "rescue" | "other";
      readonly origin: "summary" | "pilot" | "problem";
      readonly organ: string;
      readonly writtenOn: string;
      readonly summary: string;
      readonly [field: string]: unknown;
    };
    readonly gives: PolicyTasksPractice;
  };
  /** 采用记录 列表 */
  "GET /policy-tasks/adoption": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksAdoption[];
      readonly next: string | null;
    };
  };
  /** 采用记录 登记 */
  "POST /policy-tasks/adoption": {
    readonly takes: PolicyTasksAdoptionValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly practice: string;
      readonly organ: string;
      readonly adoptedOn: string;
      readonly way: string;
      readonly [field: string]: unknown;
    };
    readonly gives: PolicyTasksAdoption;
  };
  /** 成因归类 列表 */
  "GET /policy-tasks/cause": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksCause[];
      readonly next: string | null;
    };
  };
  /** 成因归类 登记 */
  "POST /policy-tasks/cause": {
    readonly takes: PolicyTasksCauseValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly cluster: string;
      readonly problem: string;
      readonly cause: "duty" | "upkeep" | "building" | "energy" | "people" | "funds" | "other";
      readonly why: string;
      readonly settledOn: string;
      readonly [field: string]: unknown;
    };
    readonly gives: PolicyTasksCause;
  };
  /** 举措采用 列表 */
  "GET /policy-tasks/template-use": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksTemplateUse[];
      readonly next: string | null;
    };
  };
  /** 举措采用 登记 */
  "POST /policy-tasks/template-use": {
    readonly takes: PolicyTasksTemplateUseValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly template: string;
      readonly variant: string;
      readonly organ: string;
      readonly scope: string;
      readonly from: string;
      readonly effect: "running" | "good" | "some" | "none";
      readonly [field: string]: unknown;
    };
    readonly gives: PolicyTasksTemplateUse;
  };
  /** 任务 列表 */
  "GET /policy-tasks/task": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksTask[];
      readonly next: string | null;
    };
  };
  /** 优化建议 列表 */
  "GET /policy-tasks/proposal": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly PolicyTasksProposal[];
      readonly next: string | null;
    };
  };
  /** 优化建议 登记 */
  "POST /policy-tasks/proposal": {
    readonly takes: {
      readonly area?: number;
      readonly point?: unknown;
      readonly [field: string]: unknown;
    };
    readonly gives: PolicyTasksProposal;
  };
  /** 消安委 列表 */
  "GET /committee/committee": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly CommitteeCommittee[];
      readonly next: string | null;
    };
  };
  /** 消安委 登记 */
  "POST /committee/committee": {
    readonly takes: CommitteeCommitteeValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly level: "city" | "county" | "town";
      readonly government: string;
      readonly [field: string]: unknown;
    };
    readonly gives: CommitteeCommittee;
  };
  /** 建设规范 列表 */
  "GET /grassroots/norm": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly GrassrootsNorm[];
      readonly next: string | null;
    };
  };
  /** 建设规范 登记 */
  "POST /grassroots/norm": {
    readonly takes: GrassrootsNormValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly force: "office" | "station" | "village" | "microStation";
      readonly status: "draft" | "inForce" | "retired";
      readonly from: string;
      readonly [field: string]: unknown;
    };
    readonly gives: GrassrootsNorm;
  };
  /** 运行规程 列表 */
  "GET /grassroots/workflow": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly GrassrootsWorkflow[];
      readonly next: string | null;
    };
  };
  /** 运行规程 登记 */
  "POST /grassroots/workflow": {
    readonly takes: GrassrootsWorkflowValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "patrol" | "hazard" | "notice" | "drill" | "report";
      readonly status: "draft" | "inForce" | "retired";
      readonly from: string;
      readonly every: "month" | "quarter" | "year";
      readonly [field: string]: unknown;
    };
    readonly gives: GrassrootsWorkflow;
  };
  /** 风险排查 列表 */
  "GET /grassroots/risk-check": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly GrassrootsRiskCheck[];
      readonly next: string | null;
    };
  };
  /** 风险排查 登记 */
  "POST /grassroots/risk-check": {
    readonly takes: GrassrootsRiskCheckValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly placeWords: string;
      readonly placeKind: "shop" | "rental" | "workshop" | "home" | "selfBuilt" | "yard" | "other";
      readonly checkedOn: string;
      readonly source: "gridMember" | "village" | "station" | "volunteer" | "citizen" | "platform";
      readonly finder: string;
      readonly [field: string]: unknown;
    };
    readonly gives: GrassrootsRiskCheck;
  };
  /** 常住人口 列表 */
  "GET /assessment/population": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentPopulation[];
      readonly next: string | null;
    };
  };
  /** 常住人口 登记 */
  "POST /assessment/population": {
    readonly takes: AssessmentPopulationValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly year: number;
      readonly people: number;
      readonly source: string;
      readonly [field: string]: unknown;
    };
    readonly gives: AssessmentPopulation;
  };
  /** 火灾统计月报 列表 */
  "GET /assessment/fire-outcome": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentFireOutcome[];
      readonly next: string | null;
    };
  };
  /** 火灾统计月报 登记 */
  "POST /assessment/fire-outcome": {
    readonly takes: AssessmentFireOutcomeValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly month: string;
      readonly fires: number;
      readonly deaths: number;
      readonly injuries: number;
      readonly lossWan: number;
      readonly source: string;
      readonly [field: string]: unknown;
    };
    readonly gives: AssessmentFireOutcome;
  };
  /** 知晓率调查 列表 */
  "GET /assessment/awareness": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentAwareness[];
      readonly next: string | null;
    };
  };
  /** 知晓率调查 登记 */
  "POST /assessment/awareness": {
    readonly takes: AssessmentAwarenessValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly surveyedOn: string;
      readonly group: string;
      readonly way: "street" | "phone" | "online" | "home";
      readonly asked: number;
      readonly knew: number;
      readonly source: string;
      readonly [field: string]: unknown;
    };
    readonly gives: AssessmentAwareness;
  };
  /** 结果运用 列表 */
  "GET /assessment/result-use": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentResultUse[];
      readonly next: string | null;
    };
  };
  /** 结果运用 登记 */
  "POST /assessment/result-use": {
    readonly takes: AssessmentResultUseValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly entrant: string;
      readonly kind: "praise" | "urge" | "interview" | "criticism" | "funding" | "appointment" | "appraisal" | "accountability";
      readonly why: string;
      readonly executor: string;
      readonly dueOn: string;
      readonly [field: string]: unknown;
    };
    readonly gives: AssessmentResultUse;
  };
  /** 督导轮次 列表 */
  "GET /assessment/round": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentRound[];
      readonly next: string | null;
    };
  };
  /** 督导轮次 登记 */
  "POST /assessment/round": {
    readonly takes: AssessmentRoundValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "periodic" | "midYear" | "special" | "pledge";
      readonly host: string;
      readonly from: string;
      readonly until: string;
      readonly team: string;
      readonly [field: string]: unknown;
    };
    readonly gives: AssessmentRound;
  };
  /** 任务考评映射 列表 */
  "GET /assessment/task-mapping": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentTaskMapping[];
      readonly next: string | null;
    };
  };
  /** 任务考评映射 登记 */
  "POST /assessment/task-mapping": {
    readonly takes: AssessmentTaskMappingValues & {
      /** 自带编号，重发不会重复登记 */
      readonly id?: string;
      /** 辖区键；省略则取上级记录或本人的辖区 */
      readonly area?: number;
      readonly name: string;
      readonly kind: "yearly" | "special" | "supervision";
      readonly measure: string;
      readonly weight: number;
      readonly zeroAt: number;
      readonly fullAt: number;
      readonly from: string;
      readonly [field: string]: unknown;
    };
    readonly gives: AssessmentTaskMapping;
  };
  /** 考核方案 列表 */
  "GET /assessment/scheme": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: {
      readonly rows: readonly AssessmentScheme[];
      readonly next: string | null;
    };
  };
  /** 火灾隐患 下一步 */
  "GET /hazard-loop/hazard/{id}/next": {
    readonly takes: TakesId;
    readonly gives: {
      readonly row: HazardLoopHazard;
      readonly can: readonly OpenMove[];
      readonly cannot: readonly ClosedMove[];
      readonly actions: readonly string[];
    };
  };
  /** 火灾隐患 时间线 */
  "GET /hazard-loop/hazard/{id}/timeline": {
    readonly takes: TakesId;
    readonly gives: {
      readonly lines: readonly TimelineLine[];
    };
  };
  /** 火灾隐患 抄送 */
  "POST /hazard-loop/hazard/{id}/notices": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly organs: readonly string[];
      readonly note?: string;
    };
    readonly gives: {
      readonly sent: number;
    };
  };
  /** 火灾隐患 催办 */
  "POST /hazard-loop/hazard/{id}/urge": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly note: string;
    };
    readonly gives: {
      readonly told: string | null;
    };
  };
  /** 火灾隐患 请求 */
  "GET /hazard-loop/hazard/{id}/requests": {
    readonly takes: TakesId;
    readonly gives: {
      readonly requests: readonly ShownRequest[];
      readonly askable: readonly RequestKind[];
    };
  };
  /** 火灾隐患 提请求 */
  "POST /hazard-loop/hazard/{id}/requests": {
    readonly takes: {
      readonly id: string;
    } & {
      readonly kind: "copy" | "coHandle" | "extension";
      readonly organ?: string;
      readonly dueOn?: string;
      readonly note: string;
      readonly files?: readonly string[];
      readonly given?: Readonly<Record<string, unknown>>;
    };
    readonly gives: AskedRequest;
  };
  /** 火灾隐患 定级 */
  "POST /hazard-loop/hazard/{id}/grade": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 违反条款 */
      readonly ground?: string | null;
      /** 处罚条款 */
      readonly penalty?: string | null;
      /** 行业主管 */
      readonly department?: string | null;
      /** 整改难度 */
      readonly difficulty?: "easy" | "normal" | "hard" | null;
      /** 等级 */
      readonly grade: "minor" | "general" | "major";
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 交办 */
  "POST /hazard-loop/hazard/{id}/assign": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 整改机构 */
      readonly rectifierOrgan?: string | null;
      /** 整改责任人 */
      readonly rectifierName?: string | null;
      /** 整改措施 */
      readonly measures?: string | null;
      /** 整改难度 */
      readonly difficulty?: "easy" | "normal" | "hard" | null;
      /** 临时防范措施 */
      readonly temporaryMeasures?: string | null;
      /** 整改责任方 */
      readonly rectifier: "unit" | "organ";
      /** 整改期限 */
      readonly dueOn: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 整改完毕 */
  "POST /hazard-loop/hazard/{id}/rectify": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 整改情况 */
      readonly rectifyNote: string;
      /** 整改照片 */
      readonly rectifyPhotos: readonly string[];
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 复查销号 */
  "POST /hazard-loop/hazard/{id}/close": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 复查照片 */
      readonly reviewPhotos?: readonly string[] | null;
      /** 复查情况 */
      readonly reviewNote: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 退回 */
  "POST /hazard-loop/hazard/{id}/sendBack": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note: string;
      /** 复查照片 */
      readonly reviewPhotos?: readonly string[] | null;
      /** 整改期限 */
      readonly dueOn: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 当场改正 */
  "POST /hazard-loop/hazard/{id}/correctedOnSpot": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 整改照片 */
      readonly rectifyPhotos?: readonly string[] | null;
      /** 复查照片 */
      readonly reviewPhotos?: readonly string[] | null;
      /** 整改情况 */
      readonly rectifyNote: string;
      /** 复查情况 */
      readonly reviewNote: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 报整改方案 */
  "POST /hazard-loop/hazard/{id}/makePlan": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 临时防范措施 */
      readonly temporaryMeasures?: string | null;
      /** 整改资金 */
      readonly fundsYuan?: number | null;
      /** 整改责任人 */
      readonly rectifierName?: string | null;
      /** 整改方案 */
      readonly plan: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 延期 */
  "POST /hazard-loop/hazard/{id}/extend": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note: string;
      /** 整改期限 */
      readonly dueOn: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 转办 */
  "POST /hazard-loop/hazard/{id}/transfer": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note: string;
      /** 转往机构 */
      readonly toOrgan: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 撤回交办 */
  "POST /hazard-loop/hazard/{id}/withdraw": {
    readonly takes: TakesIdVersionNote;
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 不属实 */
  "POST /hazard-loop/hazard/{id}/void": {
    readonly takes: TakesIdVersionNote;
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 备注 */
  "POST /hazard-loop/hazard/{id}/note": {
    readonly takes: TakesIdVersionNote;
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 认定重大隐患 */
  "POST /hazard-loop/hazard/{id}/determine": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      /** 临时防范措施 */
      readonly temporaryMeasures?: string | null;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 火灾隐患 挂牌督办 */
  "POST /hazard-loop/hazard/{id}/list": {
    readonly takes: {
      readonly id: string;
    } & {
      /** 所见的版次；已有人办过则拒绝 */
      readonly version?: number;
      /** 说明 */
      readonly note?: string;
      readonly [field: string]: unknown;
    };
    readonly gives: HazardLoopHazard;
  };
  /** 机构 导出 */
  "GET /organizations/organ/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 机构 导入模板 */
  "GET /organizations/organ/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 机构 导入：送文件 */
  "POST /organizations/organ/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 机构 导入：错误行 */
  "GET /organizations/organ/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 岗位 导出 */
  "GET /organizations/post/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 岗位 导入模板 */
  "GET /organizations/post/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 岗位 导入：送文件 */
  "POST /organizations/post/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 岗位 导入：错误行 */
  "GET /organizations/post/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 用户 导出 */
  "GET /identity/user/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 用户 导入模板 */
  "GET /identity/user/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 用户 导入：送文件 */
  "POST /identity/user/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 用户 导入：错误行 */
  "GET /identity/user/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 单位 导出 */
  "GET /places/unit/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 单位 导入模板 */
  "GET /places/unit/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 单位 导入：送文件 */
  "POST /places/unit/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 单位 导入：错误行 */
  "GET /places/unit/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 建筑 导出 */
  "GET /places/building/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 建筑 导入模板 */
  "GET /places/building/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 建筑 导入：送文件 */
  "POST /places/building/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 建筑 导入：错误行 */
  "GET /places/building/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 场所 导出 */
  "GET /places/venue/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 场所 导入模板 */
  "GET /places/venue/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 场所 导入：送文件 */
  "POST /places/venue/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 场所 导入：错误行 */
  "GET /places/venue/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联系人 导出 */
  "GET /places/contact/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联系人 导入模板 */
  "GET /places/contact/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联系人 导入：送文件 */
  "POST /places/contact/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联系人 导入：错误行 */
  "GET /places/contact/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 值班岗位 导出 */
  "GET /places/duty-post/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 值班岗位 导入模板 */
  "GET /places/duty-post/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 值班岗位 导入：送文件 */
  "POST /places/duty-post/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 值班岗位 导入：错误行 */
  "GET /places/duty-post/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防设施 导出 */
  "GET /facilities/facility/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防设施 导入模板 */
  "GET /facilities/facility/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防设施 导入：送文件 */
  "POST /facilities/facility/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防设施 导入：错误行 */
  "GET /facilities/facility/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 部件点位 导出 */
  "GET /facilities/component/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 部件点位 导入模板 */
  "GET /facilities/component/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 部件点位 导入：送文件 */
  "POST /facilities/component/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 部件点位 导入：错误行 */
  "GET /facilities/component/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防控制室 导出 */
  "GET /facilities/control-room/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防控制室 导入模板 */
  "GET /facilities/control-room/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防控制室 导入：送文件 */
  "POST /facilities/control-room/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防控制室 导入：错误行 */
  "GET /facilities/control-room/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 推广批次 导出 */
  "GET /facilities/rollout/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 推广批次 导入模板 */
  "GET /facilities/rollout/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 推广批次 导入：送文件 */
  "POST /facilities/rollout/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 推广批次 导入：错误行 */
  "GET /facilities/rollout/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 运营单位 导出 */
  "GET /facilities/operator/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 运营单位 导入模板 */
  "GET /facilities/operator/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 运营单位 导入：送文件 */
  "POST /facilities/operator/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 运营单位 导入：错误行 */
  "GET /facilities/operator/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 运营月度绩效 导出 */
  "GET /facilities/operator-month/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 运营月度绩效 导入模板 */
  "GET /facilities/operator-month/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 运营月度绩效 导入：送文件 */
  "POST /facilities/operator-month/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 运营月度绩效 导入：错误行 */
  "GET /facilities/operator-month/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 专项经费 导出 */
  "GET /facilities/funding/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 专项经费 导入模板 */
  "GET /facilities/funding/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 专项经费 导入：送文件 */
  "POST /facilities/funding/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 专项经费 导入：错误行 */
  "GET /facilities/funding/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 收费投诉 导出 */
  "GET /facilities/fee-complaint/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 收费投诉 导入模板 */
  "GET /facilities/fee-complaint/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 收费投诉 导入：送文件 */
  "POST /facilities/fee-complaint/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 收费投诉 导入：错误行 */
  "GET /facilities/fee-complaint/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联网设备 导出 */
  "GET /facilities/transmitter/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联网设备 导入模板 */
  "GET /facilities/transmitter/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联网设备 导入：送文件 */
  "POST /facilities/transmitter/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联网设备 导入：错误行 */
  "GET /facilities/transmitter/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 微型消防站 导出 */
  "GET /micro-station/station/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 微型消防站 导入模板 */
  "GET /micro-station/station/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 微型消防站 导入：送文件 */
  "POST /micro-station/station/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 微型消防站 导入：错误行 */
  "GET /micro-station/station/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防救援站 导出 */
  "GET /forces/station/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防救援站 导入模板 */
  "GET /forces/station/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防救援站 导入：送文件 */
  "POST /forces/station/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防救援站 导入：错误行 */
  "GET /forces/station/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 屏蔽与测试 导出 */
  "GET /remote-monitoring/window/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 查岗 导出 */
  "GET /remote-monitoring/duty-answer/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 班次 导出 */
  "GET /remote-monitoring/shift/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 设备状态 导出 */
  "GET /remote-monitoring/device/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 点位状态 导出 */
  "GET /remote-monitoring/point/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 应接入对象 导出 */
  "GET /remote-monitoring/access-target/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 警情 导出 */
  "GET /remote-monitoring/alarm/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 火灾隐患 导出 */
  "GET /hazard-loop/hazard/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 重大火灾隐患判定 导出 */
  "GET /hazard-loop/determination/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 挂牌批次 导出 */
  "GET /supervision-listing/batch/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 挂牌批次 导入模板 */
  "GET /supervision-listing/batch/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 挂牌批次 导入：送文件 */
  "POST /supervision-listing/batch/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 挂牌批次 导入：错误行 */
  "GET /supervision-listing/batch/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 督改进度 导出 */
  "GET /supervision-listing/progress/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 督改进度 导入模板 */
  "GET /supervision-listing/progress/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 督改进度 导入：送文件 */
  "POST /supervision-listing/progress/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 督改进度 导入：错误行 */
  "GET /supervision-listing/progress/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 销案后核查 导出 */
  "GET /supervision-listing/after-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 销案后核查 导入模板 */
  "GET /supervision-listing/after-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 销案后核查 导入：送文件 */
  "POST /supervision-listing/after-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 销案后核查 导入：错误行 */
  "GET /supervision-listing/after-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 镇街火灾起数 导出 */
  "GET /supervision-listing/town-fires/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 镇街火灾起数 导入模板 */
  "GET /supervision-listing/town-fires/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 镇街火灾起数 导入：送文件 */
  "POST /supervision-listing/town-fires/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 镇街火灾起数 导入：错误行 */
  "GET /supervision-listing/town-fires/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 销号标准 导出 */
  "GET /supervision-listing/decline-target/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 销号标准 导入模板 */
  "GET /supervision-listing/decline-target/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 销号标准 导入：送文件 */
  "POST /supervision-listing/decline-target/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 销号标准 导入：错误行 */
  "GET /supervision-listing/decline-target/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 管控方案 导出 */
  "GET /supervision-listing/control-plan/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 管控方案 导入模板 */
  "GET /supervision-listing/control-plan/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 管控方案 导入：送文件 */
  "POST /supervision-listing/control-plan/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 管控方案 导入：错误行 */
  "GET /supervision-listing/control-plan/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 挂牌督办 导出 */
  "GET /supervision-listing/listing/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 约谈 导出 */
  "GET /supervision-listing/interview/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 曝光 导出 */
  "GET /supervision-listing/exposure/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 检查计划 导出 */
  "GET /inspection/plan/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 检查计划 导入模板 */
  "GET /inspection/plan/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 检查计划 导入：送文件 */
  "POST /inspection/plan/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 检查计划 导入：错误行 */
  "GET /inspection/plan/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 检查质量复核 导出 */
  "GET /inspection/quality-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 检查质量复核 导入模板 */
  "GET /inspection/quality-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 检查质量复核 导入：送文件 */
  "POST /inspection/quality-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 检查质量复核 导入：错误行 */
  "GET /inspection/quality-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 抽中名单 导出 */
  "GET /inspection/draw-pick/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 抽中名单 导入模板 */
  "GET /inspection/draw-pick/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 抽中名单 导入：送文件 */
  "POST /inspection/draw-pick/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 抽中名单 导入：错误行 */
  "GET /inspection/draw-pick/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 回避申报 导出 */
  "GET /inspection/avoidance/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 回避申报 导入模板 */
  "GET /inspection/avoidance/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 回避申报 导入：送文件 */
  "POST /inspection/avoidance/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 回避申报 导入：错误行 */
  "GET /inspection/avoidance/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 检查对象 导出 */
  "GET /inspection/object/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 检查对象 导入模板 */
  "GET /inspection/object/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 检查对象 导入：送文件 */
  "POST /inspection/object/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 检查对象 导入：错误行 */
  "GET /inspection/object/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 监管类别变更 导出 */
  "GET /inspection/supervision-class/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 监管类别变更 导入模板 */
  "GET /inspection/supervision-class/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 监管类别变更 导入：送文件 */
  "POST /inspection/supervision-class/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 监管类别变更 导入：错误行 */
  "GET /inspection/supervision-class/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 监督检查记录 导出 */
  "GET /inspection/visit/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 监督检查记录 导入模板 */
  "GET /inspection/visit/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 监督检查记录 导入：送文件 */
  "POST /inspection/visit/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 监督检查记录 导入：错误行 */
  "GET /inspection/visit/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 自定检查表 导出 */
  "GET /inspection/checklist/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 自定检查表 导入模板 */
  "GET /inspection/checklist/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 自定检查表 导入：送文件 */
  "POST /inspection/checklist/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 自定检查表 导入：错误行 */
  "GET /inspection/checklist/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 检查项 导出 */
  "GET /inspection/check-item/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 检查项 导入模板 */
  "GET /inspection/check-item/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 检查项 导入：送文件 */
  "POST /inspection/check-item/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 检查项 导入：错误行 */
  "GET /inspection/check-item/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 派出所消防监督考核 导出 */
  "GET /inspection/police-assessment/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 派出所消防监督考核 导入模板 */
  "GET /inspection/police-assessment/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 派出所消防监督考核 导入：送文件 */
  "POST /inspection/police-assessment/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 派出所消防监督考核 导入：错误行 */
  "GET /inspection/police-assessment/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 驻村民警 导出 */
  "GET /inspection/village-officer/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 驻村民警 导入模板 */
  "GET /inspection/village-officer/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 驻村民警 导入：送文件 */
  "POST /inspection/village-officer/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 驻村民警 导入：错误行 */
  "GET /inspection/village-officer/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 驻村指导记录 导出 */
  "GET /inspection/village-guidance/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 驻村指导记录 导入模板 */
  "GET /inspection/village-guidance/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 驻村指导记录 导入：送文件 */
  "POST /inspection/village-guidance/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 驻村指导记录 导入：错误行 */
  "GET /inspection/village-guidance/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 事中事后监管区域 导出 */
  "GET /inspection/regime/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 事中事后监管区域 导入模板 */
  "GET /inspection/regime/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 事中事后监管区域 导入：送文件 */
  "POST /inspection/regime/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 事中事后监管区域 导入：错误行 */
  "GET /inspection/regime/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 技术服务 导出 */
  "GET /inspection/technical-service/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 技术服务 导入模板 */
  "GET /inspection/technical-service/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 技术服务 导入：送文件 */
  "POST /inspection/technical-service/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 技术服务 导入：错误行 */
  "GET /inspection/technical-service/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联合检查处置 导出 */
  "GET /inspection/joint-follow/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联合检查处置 导入模板 */
  "GET /inspection/joint-follow/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联合检查处置 导入：送文件 */
  "POST /inspection/joint-follow/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联合检查处置 导入：错误行 */
  "GET /inspection/joint-follow/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 检查任务 导出 */
  "GET /inspection/task/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 双随机抽查 导出 */
  "GET /inspection/draw/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 检查冲突 导出 */
  "GET /inspection/conflict/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 告知承诺核查 导出 */
  "GET /inspection/commitment/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 执法机关 导出 */
  "GET /enforcement/office/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 执法机关 导入模板 */
  "GET /enforcement/office/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 执法机关 导入：送文件 */
  "POST /enforcement/office/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 执法机关 导入：错误行 */
  "GET /enforcement/office/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 文书模板 导出 */
  "GET /enforcement/template/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 文书模板 导入模板 */
  "GET /enforcement/template/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 文书模板 导入：送文件 */
  "POST /enforcement/template/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 文书模板 导入：错误行 */
  "GET /enforcement/template/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 执法人员 导出 */
  "GET /enforcement/officer/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 执法人员 导入模板 */
  "GET /enforcement/officer/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 执法人员 导入：送文件 */
  "POST /enforcement/officer/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 执法人员 导入：错误行 */
  "GET /enforcement/officer/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 复议诉讼 导出 */
  "GET /enforcement/appeal/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 复议诉讼 导入模板 */
  "GET /enforcement/appeal/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 复议诉讼 导入：送文件 */
  "POST /enforcement/appeal/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 复议诉讼 导入：错误行 */
  "GET /enforcement/appeal/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 执法回访 导出 */
  "GET /enforcement/feedback/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 执法回访 导入模板 */
  "GET /enforcement/feedback/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 执法回访 导入：送文件 */
  "POST /enforcement/feedback/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 执法回访 导入：错误行 */
  "GET /enforcement/feedback/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 案卷评查 导出 */
  "GET /enforcement/case-review/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 案卷评查 导入模板 */
  "GET /enforcement/case-review/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 案卷评查 导入：送文件 */
  "POST /enforcement/case-review/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 案卷评查 导入：错误行 */
  "GET /enforcement/case-review/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 查封巡查 导出 */
  "GET /enforcement/seal-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 查封巡查 导入模板 */
  "GET /enforcement/seal-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 查封巡查 导入：送文件 */
  "POST /enforcement/seal-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 查封巡查 导入：错误行 */
  "GET /enforcement/seal-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 参加部门 导出 */
  "GET /enforcement/joint-part/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 参加部门 导入模板 */
  "GET /enforcement/joint-part/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 参加部门 导入：送文件 */
  "POST /enforcement/joint-part/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 参加部门 导入：错误行 */
  "GET /enforcement/joint-part/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联合检查记录 导出 */
  "GET /enforcement/joint-finding/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联合检查记录 导入模板 */
  "GET /enforcement/joint-finding/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联合检查记录 导入：送文件 */
  "POST /enforcement/joint-finding/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联合检查记录 导入：错误行 */
  "GET /enforcement/joint-finding/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 执法指导 导出 */
  "GET /enforcement/guidance/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 执法指导 导入模板 */
  "GET /enforcement/guidance/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 执法指导 导入：送文件 */
  "POST /enforcement/guidance/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 执法指导 导入：错误行 */
  "GET /enforcement/guidance/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 动火作业票 导出 */
  "GET /enforcement/hot-work/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 动火作业票 导入模板 */
  "GET /enforcement/hot-work/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 动火作业票 导入：送文件 */
  "POST /enforcement/hot-work/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 动火作业票 导入：错误行 */
  "GET /enforcement/hot-work/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防产品抽查 导出 */
  "GET /enforcement/product-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防产品抽查 导入模板 */
  "GET /enforcement/product-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防产品抽查 导入：送文件 */
  "POST /enforcement/product-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防产品抽查 导入：错误行 */
  "GET /enforcement/product-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防产品持有 导出 */
  "GET /enforcement/product-holding/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防产品持有 导入模板 */
  "GET /enforcement/product-holding/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防产品持有 导入：送文件 */
  "POST /enforcement/product-holding/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防产品持有 导入：错误行 */
  "GET /enforcement/product-holding/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 建设工程 导出 */
  "GET /enforcement/project/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 建设工程 导入模板 */
  "GET /enforcement/project/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 建设工程 导入：送文件 */
  "POST /enforcement/project/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 建设工程 导入：错误行 */
  "GET /enforcement/project/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 审验执法检查 导出 */
  "GET /enforcement/project-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 审验执法检查 导入模板 */
  "GET /enforcement/project-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 审验执法检查 导入：送文件 */
  "POST /enforcement/project-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 审验执法检查 导入：错误行 */
  "GET /enforcement/project-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 法律文书 导出 */
  "GET /enforcement/document/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 行政处罚案件 导出 */
  "GET /enforcement/penalty/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 升级执法 导出 */
  "GET /enforcement/escalation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 临时查封 导出 */
  "GET /enforcement/seal/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 停产停业（停止使用） 导出 */
  "GET /enforcement/stop-order/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 停电停水停气 导出 */
  "GET /enforcement/utility-cut/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联合执法行动 导出 */
  "GET /enforcement/joint-action/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 协同移交 导出 */
  "GET /enforcement/hand-over/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 不合格批次提醒 导出 */
  "GET /enforcement/batch-alert/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防审验 导出 */
  "GET /enforcement/review/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 工程违法清单 导出 */
  "GET /enforcement/project-issue/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 履职档案 导出 */
  "GET /unit-management/profile/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 履职档案 导入模板 */
  "GET /unit-management/profile/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 履职档案 导入：送文件 */
  "POST /unit-management/profile/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 履职档案 导入：错误行 */
  "GET /unit-management/profile/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 自查计划 导出 */
  "GET /unit-management/self-check-plan/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 自查计划 导入模板 */
  "GET /unit-management/self-check-plan/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 自查计划 导入：送文件 */
  "POST /unit-management/self-check-plan/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 自查计划 导入：错误行 */
  "GET /unit-management/self-check-plan/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 自查记录 导出 */
  "GET /unit-management/self-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 巡查点 导出 */
  "GET /unit-management/patrol-point/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 巡查点 导入模板 */
  "GET /unit-management/patrol-point/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 巡查点 导入：送文件 */
  "POST /unit-management/patrol-point/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 巡查点 导入：错误行 */
  "GET /unit-management/patrol-point/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 巡查记录 导出 */
  "GET /unit-management/patrol/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 维保检测报告 导出 */
  "GET /unit-management/service-report/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 维保检测报告 导入模板 */
  "GET /unit-management/service-report/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 维保检测报告 导入：送文件 */
  "POST /unit-management/service-report/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 维保检测报告 导入：错误行 */
  "GET /unit-management/service-report/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 演练记录 导出 */
  "GET /unit-management/drill/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 演练记录 导入模板 */
  "GET /unit-management/drill/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 演练记录 导入：送文件 */
  "POST /unit-management/drill/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 演练记录 导入：错误行 */
  "GET /unit-management/drill/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 培训记录 导出 */
  "GET /unit-management/training/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 培训记录 导入模板 */
  "GET /unit-management/training/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 培训记录 导入：送文件 */
  "POST /unit-management/training/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 培训记录 导入：错误行 */
  "GET /unit-management/training/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防安全评估 导出 */
  "GET /unit-management/evaluation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防安全评估 导入模板 */
  "GET /unit-management/evaluation/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防安全评估 导入：送文件 */
  "POST /unit-management/evaluation/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防安全评估 导入：错误行 */
  "GET /unit-management/evaluation/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 制度与预案 导出 */
  "GET /unit-management/document/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 制度与预案 导入模板 */
  "GET /unit-management/document/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 制度与预案 导入：送文件 */
  "POST /unit-management/document/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 制度与预案 导入：错误行 */
  "GET /unit-management/document/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 岗位责任人 导出 */
  "GET /unit-management/responsible/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 岗位责任人 导入模板 */
  "GET /unit-management/responsible/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 岗位责任人 导入：送文件 */
  "POST /unit-management/responsible/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 岗位责任人 导入：错误行 */
  "GET /unit-management/responsible/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 器材清单 导出 */
  "GET /unit-management/equipment/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 器材清单 导入模板 */
  "GET /unit-management/equipment/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 器材清单 导入：送文件 */
  "POST /unit-management/equipment/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 器材清单 导入：错误行 */
  "GET /unit-management/equipment/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 集团成员单位 导出 */
  "GET /unit-management/group-member/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 集团成员单位 导入模板 */
  "GET /unit-management/group-member/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 集团成员单位 导入：送文件 */
  "POST /unit-management/group-member/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 集团成员单位 导入：错误行 */
  "GET /unit-management/group-member/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消防经费 导出 */
  "GET /unit-management/budget/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防经费 导入模板 */
  "GET /unit-management/budget/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防经费 导入：送文件 */
  "POST /unit-management/budget/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防经费 导入：错误行 */
  "GET /unit-management/budget/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 安全承诺 导出 */
  "GET /unit-management/commitment/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 物业项目 导出 */
  "GET /unit-management/estate/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 物业项目 导入模板 */
  "GET /unit-management/estate/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 物业项目 导入：送文件 */
  "POST /unit-management/estate/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 物业项目 导入：错误行 */
  "GET /unit-management/estate/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 物业服务项 导出 */
  "GET /unit-management/service-item/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 物业服务项 导入模板 */
  "GET /unit-management/service-item/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 物业服务项 导入：送文件 */
  "POST /unit-management/service-item/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 物业服务项 导入：错误行 */
  "GET /unit-management/service-item/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 物业服务记录 导出 */
  "GET /unit-management/service-record/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 物业服务记录 导入模板 */
  "GET /unit-management/service-record/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 物业服务记录 导入：送文件 */
  "POST /unit-management/service-record/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 物业服务记录 导入：错误行 */
  "GET /unit-management/service-record/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联防组织 导出 */
  "GET /unit-management/joint-group/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联防组织 导入模板 */
  "GET /unit-management/joint-group/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联防组织 导入：送文件 */
  "POST /unit-management/joint-group/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联防组织 导入：错误行 */
  "GET /unit-management/joint-group/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联防成员 导出 */
  "GET /unit-management/joint-member/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联防成员 导入模板 */
  "GET /unit-management/joint-member/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联防成员 导入：送文件 */
  "POST /unit-management/joint-member/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联防成员 导入：错误行 */
  "GET /unit-management/joint-member/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 联防活动 导出 */
  "GET /unit-management/joint-activity/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 联防活动 导入模板 */
  "GET /unit-management/joint-activity/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 联防活动 导入：送文件 */
  "POST /unit-management/joint-activity/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 联防活动 导入：错误行 */
  "GET /unit-management/joint-activity/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 月度履职 导出 */
  "GET /unit-management/duty-month/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 标准化评定 导出 */
  "GET /unit-management/standardisation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 维修资金应急使用 导出 */
  "GET /unit-management/fund-request/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 履职提醒 导出 */
  "GET /unit-management/reminder/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 整治对象 导出 */
  "GET /key-places/campaign-object/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 整治对象 导入模板 */
  "GET /key-places/campaign-object/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 整治对象 导入：送文件 */
  "POST /key-places/campaign-object/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 整治对象 导入：错误行 */
  "GET /key-places/campaign-object/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 火灾高风险场所 导出 */
  "GET /key-places/high-risk-place/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 火灾高风险场所 导入模板 */
  "GET /key-places/high-risk-place/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 火灾高风险场所 导入：送文件 */
  "POST /key-places/high-risk-place/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 火灾高风险场所 导入：错误行 */
  "GET /key-places/high-risk-place/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 城中村 导出 */
  "GET /key-places/urban-village/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 城中村 导入模板 */
  "GET /key-places/urban-village/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 城中村 导入：送文件 */
  "POST /key-places/urban-village/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 城中村 导入：错误行 */
  "GET /key-places/urban-village/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 城中村房屋 导出 */
  "GET /key-places/village-house/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 城中村房屋 导入模板 */
  "GET /key-places/village-house/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 城中村房屋 导入：送文件 */
  "POST /key-places/village-house/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 城中村房屋 导入：错误行 */
  "GET /key-places/village-house/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 居住出租房 导出 */
  "GET /key-places/rental-house/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 居住出租房 导入模板 */
  "GET /key-places/rental-house/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 居住出租房 导入：送文件 */
  "POST /key-places/rental-house/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 居住出租房 导入：错误行 */
  "GET /key-places/rental-house/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 出租房巡查 导出 */
  "GET /key-places/rental-patrol/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 出租房巡查 导入模板 */
  "GET /key-places/rental-patrol/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 出租房巡查 导入：送文件 */
  "POST /key-places/rental-patrol/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 出租房巡查 导入：错误行 */
  "GET /key-places/rental-patrol/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 老旧场所 导出 */
  "GET /key-places/old-place/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 老旧场所 导入模板 */
  "GET /key-places/old-place/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 老旧场所 导入：送文件 */
  "POST /key-places/old-place/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 老旧场所 导入：错误行 */
  "GET /key-places/old-place/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 大型商业综合体 导出 */
  "GET /key-places/large-mall/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 大型商业综合体 导入模板 */
  "GET /key-places/large-mall/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 大型商业综合体 导入：送文件 */
  "POST /key-places/large-mall/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 大型商业综合体 导入：错误行 */
  "GET /key-places/large-mall/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 历史文化街区 导出 */
  "GET /key-places/historic-district/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 历史文化街区 导入模板 */
  "GET /key-places/historic-district/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 历史文化街区 导入：送文件 */
  "POST /key-places/historic-district/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 历史文化街区 导入：错误行 */
  "GET /key-places/historic-district/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 安保重点区域 导出 */
  "GET /key-places/security-zone/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 安保重点区域 导入模板 */
  "GET /key-places/security-zone/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 安保重点区域 导入：送文件 */
  "POST /key-places/security-zone/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 安保重点区域 导入：错误行 */
  "GET /key-places/security-zone/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 安保区域日常登记 导出 */
  "GET /key-places/zone-day/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 安保区域日常登记 导入模板 */
  "GET /key-places/zone-day/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 安保区域日常登记 导入：送文件 */
  "POST /key-places/zone-day/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 安保区域日常登记 导入：错误行 */
  "GET /key-places/zone-day/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 活动场馆 导出 */
  "GET /key-places/event-venue/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 活动场馆 导入模板 */
  "GET /key-places/event-venue/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 活动场馆 导入：送文件 */
  "POST /key-places/event-venue/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 活动场馆 导入：错误行 */
  "GET /key-places/event-venue/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 活动安保日报 导出 */
  "GET /key-places/event-report/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 活动安保日报 导入模板 */
  "GET /key-places/event-report/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 活动安保日报 导入：送文件 */
  "POST /key-places/event-report/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 活动安保日报 导入：错误行 */
  "GET /key-places/event-report/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 传统村落 导出 */
  "GET /key-places/traditional-village/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 传统村落 导入模板 */
  "GET /key-places/traditional-village/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 传统村落 导入：送文件 */
  "POST /key-places/traditional-village/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 传统村落 导入：错误行 */
  "GET /key-places/traditional-village/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 乡村改造工程 导出 */
  "GET /key-places/rural-work/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 乡村改造工程 导入模板 */
  "GET /key-places/rural-work/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 乡村改造工程 导入：送文件 */
  "POST /key-places/rural-work/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 乡村改造工程 导入：错误行 */
  "GET /key-places/rural-work/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 乡村消防安全条件 导出 */
  "GET /key-places/village-condition/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 乡村消防安全条件 导入模板 */
  "GET /key-places/village-condition/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 乡村消防安全条件 导入：送文件 */
  "POST /key-places/village-condition/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 乡村消防安全条件 导入：错误行 */
  "GET /key-places/village-condition/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 帮扶产业 导出 */
  "GET /key-places/supported-industry/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 帮扶产业 导入模板 */
  "GET /key-places/supported-industry/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 帮扶产业 导入：送文件 */
  "POST /key-places/supported-industry/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 帮扶产业 导入：错误行 */
  "GET /key-places/supported-industry/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 上门服务 导出 */
  "GET /key-places/industry-visit/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 上门服务 导入模板 */
  "GET /key-places/industry-visit/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 上门服务 导入：送文件 */
  "POST /key-places/industry-visit/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 上门服务 导入：错误行 */
  "GET /key-places/industry-visit/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 专项整治 导出 */
  "GET /key-places/campaign/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 排查表 导出 */
  "GET /key-places/survey-sheet/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 街区阶段消防审查 导出 */
  "GET /key-places/district-gate/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 重大活动消防安保 导出 */
  "GET /key-places/event-security/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 技术指导申请 导出 */
  "GET /key-places/service-request/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 暴露的问题 导出 */
  "GET /fire-investigation/problem/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 暴露的问题 导入模板 */
  "GET /fire-investigation/problem/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 暴露的问题 导入：送文件 */
  "POST /fire-investigation/problem/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 暴露的问题 导入：错误行 */
  "GET /fire-investigation/problem/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 火灾调查 导出 */
  "GET /fire-investigation/investigation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 摸底清单 导出 */
  "GET /baseline-survey/item/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 摸底清单 导入模板 */
  "GET /baseline-survey/item/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 摸底清单 导入：送文件 */
  "POST /baseline-survey/item/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 摸底清单 导入：错误行 */
  "GET /baseline-survey/item/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 调研摸底 导出 */
  "GET /baseline-survey/survey/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防职责 导出 */
  "GET /responsibility/duty/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防职责 导入模板 */
  "GET /responsibility/duty/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防职责 导入：送文件 */
  "POST /responsibility/duty/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防职责 导入：错误行 */
  "GET /responsibility/duty/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 年度任务 导出 */
  "GET /responsibility/year-task/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 年度任务 导入模板 */
  "GET /responsibility/year-task/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 年度任务 导入：送文件 */
  "POST /responsibility/year-task/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 年度任务 导入：错误行 */
  "GET /responsibility/year-task/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 行业归口 导出 */
  "GET /responsibility/regulator-rule/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 行业归口 导入模板 */
  "GET /responsibility/regulator-rule/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 行业归口 导入：送文件 */
  "POST /responsibility/regulator-rule/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 行业归口 导入：错误行 */
  "GET /responsibility/regulator-rule/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 许可登记 导出 */
  "GET /responsibility/licence/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 许可登记 导入模板 */
  "GET /responsibility/licence/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 许可登记 导入：送文件 */
  "POST /responsibility/licence/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 许可登记 导入：错误行 */
  "GET /responsibility/licence/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 港口区域 导出 */
  "GET /responsibility/port-area/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 港口区域 导入模板 */
  "GET /responsibility/port-area/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 港口区域 导入：送文件 */
  "POST /responsibility/port-area/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 港口区域 导入：错误行 */
  "GET /responsibility/port-area/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 集团 导出 */
  "GET /responsibility/group/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 集团 导入模板 */
  "GET /responsibility/group/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 集团 导入：送文件 */
  "POST /responsibility/group/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 集团 导入：错误行 */
  "GET /responsibility/group/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 隶属关系 导出 */
  "GET /responsibility/affiliation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 隶属关系 导入模板 */
  "GET /responsibility/affiliation/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 隶属关系 导入：送文件 */
  "POST /responsibility/affiliation/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 隶属关系 导入：错误行 */
  "GET /responsibility/affiliation/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 指导督促 导出 */
  "GET /responsibility/guidance/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 指导督促 导入模板 */
  "GET /responsibility/guidance/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 指导督促 导入：送文件 */
  "POST /responsibility/guidance/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 指导督促 导入：错误行 */
  "GET /responsibility/guidance/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 权力和责任清单 导出 */
  "GET /responsibility/power-list/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 责任书 导出 */
  "GET /responsibility/pledge/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 监管责任确定 导出 */
  "GET /responsibility/determination/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 专业支持 导出 */
  "GET /responsibility/support-request/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 责任追究 导出 */
  "GET /responsibility/accountability/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 追责建议 导出 */
  "GET /responsibility/proposal/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 行动与计划 导出 */
  "GET /policy-tasks/programme/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 行动与计划 导入模板 */
  "GET /policy-tasks/programme/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 行动与计划 导入：送文件 */
  "POST /policy-tasks/programme/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 行动与计划 导入：错误行 */
  "GET /policy-tasks/programme/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 阶段 导出 */
  "GET /policy-tasks/stage/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 阶段 导入模板 */
  "GET /policy-tasks/stage/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 阶段 导入：送文件 */
  "POST /policy-tasks/stage/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 阶段 导入：错误行 */
  "GET /policy-tasks/stage/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 节点 导出 */
  "GET /policy-tasks/milestone/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 节点 导入模板 */
  "GET /policy-tasks/milestone/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 节点 导入：送文件 */
  "POST /policy-tasks/milestone/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 节点 导入：错误行 */
  "GET /policy-tasks/milestone/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 任务进度 导出 */
  "GET /policy-tasks/progress/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 任务进度 导入模板 */
  "GET /policy-tasks/progress/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 任务进度 导入：送文件 */
  "POST /policy-tasks/progress/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 任务进度 导入：错误行 */
  "GET /policy-tasks/progress/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 调研问题 导出 */
  "GET /policy-tasks/finding/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 调研问题 导入模板 */
  "GET /policy-tasks/finding/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 调研问题 导入：送文件 */
  "POST /policy-tasks/finding/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 调研问题 导入：错误行 */
  "GET /policy-tasks/finding/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 试点 导出 */
  "GET /policy-tasks/pilot/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 试点 导入模板 */
  "GET /policy-tasks/pilot/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 试点 导入：送文件 */
  "POST /policy-tasks/pilot/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 试点 导入：错误行 */
  "GET /policy-tasks/pilot/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 经验做法 导出 */
  "GET /policy-tasks/practice/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 经验做法 导入模板 */
  "GET /policy-tasks/practice/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 经验做法 导入：送文件 */
  "POST /policy-tasks/practice/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 经验做法 导入：错误行 */
  "GET /policy-tasks/practice/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 采用记录 导出 */
  "GET /policy-tasks/adoption/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 采用记录 导入模板 */
  "GET /policy-tasks/adoption/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 采用记录 导入：送文件 */
  "POST /policy-tasks/adoption/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 采用记录 导入：错误行 */
  "GET /policy-tasks/adoption/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 年度重点任务 导出 */
  "GET /policy-tasks/key-task/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 年度重点任务 导入模板 */
  "GET /policy-tasks/key-task/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 年度重点任务 导入：送文件 */
  "POST /policy-tasks/key-task/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 年度重点任务 导入：错误行 */
  "GET /policy-tasks/key-task/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 文件印发 导出 */
  "GET /policy-tasks/issue/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 文件印发 导入模板 */
  "GET /policy-tasks/issue/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 文件印发 导入：送文件 */
  "POST /policy-tasks/issue/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 文件印发 导入：错误行 */
  "GET /policy-tasks/issue/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 配套措施 导出 */
  "GET /policy-tasks/supporting-measure/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 配套措施 导入模板 */
  "GET /policy-tasks/supporting-measure/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 配套措施 导入：送文件 */
  "POST /policy-tasks/supporting-measure/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 配套措施 导入：错误行 */
  "GET /policy-tasks/supporting-measure/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 成因归类 导出 */
  "GET /policy-tasks/cause/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 成因归类 导入模板 */
  "GET /policy-tasks/cause/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 成因归类 导入：送文件 */
  "POST /policy-tasks/cause/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 成因归类 导入：错误行 */
  "GET /policy-tasks/cause/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 举措模板 导出 */
  "GET /policy-tasks/measure-template/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 举措模板 导入模板 */
  "GET /policy-tasks/measure-template/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 举措模板 导入：送文件 */
  "POST /policy-tasks/measure-template/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 举措模板 导入：错误行 */
  "GET /policy-tasks/measure-template/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 举措采用 导出 */
  "GET /policy-tasks/template-use/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 举措采用 导入模板 */
  "GET /policy-tasks/template-use/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 举措采用 导入：送文件 */
  "POST /policy-tasks/template-use/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 举措采用 导入：错误行 */
  "GET /policy-tasks/template-use/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 成效评估 导出 */
  "GET /policy-tasks/effect-review/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 成效评估 导入模板 */
  "GET /policy-tasks/effect-review/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 成效评估 导入：送文件 */
  "POST /policy-tasks/effect-review/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 成效评估 导入：错误行 */
  "GET /policy-tasks/effect-review/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 任务 导出 */
  "GET /policy-tasks/task/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 文件签收 导出 */
  "GET /policy-tasks/receipt/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 优化建议 导出 */
  "GET /policy-tasks/proposal/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消安委 导出 */
  "GET /committee/committee/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消安委 导入模板 */
  "GET /committee/committee/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消安委 导入：送文件 */
  "POST /committee/committee/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消安委 导入：错误行 */
  "GET /committee/committee/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 消安委成员 导出 */
  "GET /committee/member/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消安委成员 导入模板 */
  "GET /committee/member/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消安委成员 导入：送文件 */
  "POST /committee/member/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消安委成员 导入：错误行 */
  "GET /committee/member/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 议题 导出 */
  "GET /committee/agenda/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 议题 导入模板 */
  "GET /committee/agenda/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 议题 导入：送文件 */
  "POST /committee/agenda/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 议题 导入：错误行 */
  "GET /committee/agenda/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 参会单位 导出 */
  "GET /committee/attendee/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 参会单位 导入模板 */
  "GET /committee/attendee/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 参会单位 导入：送文件 */
  "POST /committee/attendee/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 参会单位 导入：错误行 */
  "GET /committee/attendee/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 议定事项 导出 */
  "GET /committee/resolution/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 议定事项 导入模板 */
  "GET /committee/resolution/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 议定事项 导入：送文件 */
  "POST /committee/resolution/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 议定事项 导入：错误行 */
  "GET /committee/resolution/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 工作专班 导出 */
  "GET /committee/task-force/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 工作专班 导入模板 */
  "GET /committee/task-force/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 工作专班 导入：送文件 */
  "POST /committee/task-force/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 工作专班 导入：错误行 */
  "GET /committee/task-force/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 督导跟进 导出 */
  "GET /committee/follow-up/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 督导跟进 导入模板 */
  "GET /committee/follow-up/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 督导跟进 导入：送文件 */
  "POST /committee/follow-up/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 督导跟进 导入：错误行 */
  "GET /committee/follow-up/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 会议 导出 */
  "GET /committee/meeting/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 专题报告 导出 */
  "GET /committee/report/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 协调事项 导出 */
  "GET /committee/matter/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防安全管理办公室 导出 */
  "GET /grassroots/office/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 消防安全管理办公室 导入模板 */
  "GET /grassroots/office/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 消防安全管理办公室 导入：送文件 */
  "POST /grassroots/office/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 消防安全管理办公室 导入：错误行 */
  "GET /grassroots/office/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 基层工作记录 导出 */
  "GET /grassroots/activity/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 基层工作记录 导入模板 */
  "GET /grassroots/activity/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 基层工作记录 导入：送文件 */
  "POST /grassroots/activity/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 基层工作记录 导入：错误行 */
  "GET /grassroots/activity/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 应急消防管理站 导出 */
  "GET /grassroots/station/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 应急消防管理站 导入模板 */
  "GET /grassroots/station/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 应急消防管理站 导入：送文件 */
  "POST /grassroots/station/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 应急消防管理站 导入：错误行 */
  "GET /grassroots/station/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 管理站岗位 导出 */
  "GET /grassroots/station-post/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 管理站岗位 导入模板 */
  "GET /grassroots/station-post/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 管理站岗位 导入：送文件 */
  "POST /grassroots/station-post/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 管理站岗位 导入：错误行 */
  "GET /grassroots/station-post/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 村社消防组织 导出 */
  "GET /grassroots/village-body/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 村社消防组织 导入模板 */
  "GET /grassroots/village-body/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 村社消防组织 导入：送文件 */
  "POST /grassroots/village-body/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 村社消防组织 导入：错误行 */
  "GET /grassroots/village-body/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 楼长 导出 */
  "GET /grassroots/warden/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 楼长 导入模板 */
  "GET /grassroots/warden/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 楼长 导入：送文件 */
  "POST /grassroots/warden/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 楼长 导入：错误行 */
  "GET /grassroots/warden/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 群防群治队伍 导出 */
  "GET /grassroots/team/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 群防群治队伍 导入模板 */
  "GET /grassroots/team/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 群防群治队伍 导入：送文件 */
  "POST /grassroots/team/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 群防群治队伍 导入：错误行 */
  "GET /grassroots/team/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 网格员 导出 */
  "GET /grassroots/grid-member/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 网格员 导入模板 */
  "GET /grassroots/grid-member/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 网格员 导入：送文件 */
  "POST /grassroots/grid-member/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 网格员 导入：错误行 */
  "GET /grassroots/grid-member/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 网格巡查 导出 */
  "GET /grassroots/patrol/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 网格巡查 导入模板 */
  "GET /grassroots/patrol/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 网格巡查 导入：送文件 */
  "POST /grassroots/patrol/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 网格巡查 导入：错误行 */
  "GET /grassroots/patrol/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 底数清册 导出 */
  "GET /grassroots/register/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 底数核对 导出 */
  "GET /grassroots/confirmation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 建设规范 导出 */
  "GET /grassroots/norm/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 建设规范 导入模板 */
  "GET /grassroots/norm/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 建设规范 导入：送文件 */
  "POST /grassroots/norm/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 建设规范 导入：错误行 */
  "GET /grassroots/norm/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 运行规程 导出 */
  "GET /grassroots/workflow/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 运行规程 导入模板 */
  "GET /grassroots/workflow/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 运行规程 导入：送文件 */
  "POST /grassroots/workflow/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 运行规程 导入：错误行 */
  "GET /grassroots/workflow/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 村社自查 导出 */
  "GET /grassroots/village-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 村社自查 导入模板 */
  "GET /grassroots/village-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 村社自查 导入：送文件 */
  "POST /grassroots/village-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 村社自查 导入：错误行 */
  "GET /grassroots/village-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 村社通知 导出 */
  "GET /grassroots/notice/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 村社通知 导入模板 */
  "GET /grassroots/notice/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 村社通知 导入：送文件 */
  "POST /grassroots/notice/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 村社通知 导入：错误行 */
  "GET /grassroots/notice/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 网格员培训 导出 */
  "GET /grassroots/member-training/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 网格员培训 导入模板 */
  "GET /grassroots/member-training/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 网格员培训 导入：送文件 */
  "POST /grassroots/member-training/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 网格员培训 导入：错误行 */
  "GET /grassroots/member-training/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 风险排查 导出 */
  "GET /grassroots/risk-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 风险排查 导入模板 */
  "GET /grassroots/risk-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 风险排查 导入：送文件 */
  "POST /grassroots/risk-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 风险排查 导入：错误行 */
  "GET /grassroots/risk-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 网格员考核 导出 */
  "GET /grassroots/appraisal/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 平台事件 导出 */
  "GET /grassroots/event/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 对标评定 导出 */
  "GET /grassroots/rating/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 重大问题清单 导出 */
  "GET /grassroots/problem/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 常住人口 导出 */
  "GET /assessment/population/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 常住人口 导入模板 */
  "GET /assessment/population/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 常住人口 导入：送文件 */
  "POST /assessment/population/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 常住人口 导入：错误行 */
  "GET /assessment/population/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 火灾统计月报 导出 */
  "GET /assessment/fire-outcome/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 火灾统计月报 导入模板 */
  "GET /assessment/fire-outcome/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 火灾统计月报 导入：送文件 */
  "POST /assessment/fire-outcome/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 火灾统计月报 导入：错误行 */
  "GET /assessment/fire-outcome/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 知晓率调查 导出 */
  "GET /assessment/awareness/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 知晓率调查 导入模板 */
  "GET /assessment/awareness/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 知晓率调查 导入：送文件 */
  "POST /assessment/awareness/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 知晓率调查 导入：错误行 */
  "GET /assessment/awareness/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 被考核政府 导出 */
  "GET /assessment/entrant/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 被考核政府 导入模板 */
  "GET /assessment/entrant/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 被考核政府 导入：送文件 */
  "POST /assessment/entrant/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 被考核政府 导入：错误行 */
  "GET /assessment/entrant/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 手填数据 导出 */
  "GET /assessment/hand-value/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 手填数据 导入模板 */
  "GET /assessment/hand-value/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 手填数据 导入：送文件 */
  "POST /assessment/hand-value/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 手填数据 导入：错误行 */
  "GET /assessment/hand-value/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 现场抽查 导出 */
  "GET /assessment/site-check/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 现场抽查 导入模板 */
  "GET /assessment/site-check/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 现场抽查 导入：送文件 */
  "POST /assessment/site-check/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 现场抽查 导入：错误行 */
  "GET /assessment/site-check/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 通报签收 导出 */
  "GET /assessment/receipt/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 通报签收 导入模板 */
  "GET /assessment/receipt/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 通报签收 导入：送文件 */
  "POST /assessment/receipt/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 通报签收 导入：错误行 */
  "GET /assessment/receipt/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 结果运用 导出 */
  "GET /assessment/result-use/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 结果运用 导入模板 */
  "GET /assessment/result-use/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 结果运用 导入：送文件 */
  "POST /assessment/result-use/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 结果运用 导入：错误行 */
  "GET /assessment/result-use/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 纳入考核体系 导出 */
  "GET /assessment/system/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 纳入考核体系 导入模板 */
  "GET /assessment/system/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 纳入考核体系 导入：送文件 */
  "POST /assessment/system/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 纳入考核体系 导入：错误行 */
  "GET /assessment/system/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 督导轮次 导出 */
  "GET /assessment/round/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 督导轮次 导入模板 */
  "GET /assessment/round/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 督导轮次 导入：送文件 */
  "POST /assessment/round/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 督导轮次 导入：错误行 */
  "GET /assessment/round/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 督导检查项 导出 */
  "GET /assessment/round-item/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 督导检查项 导入模板 */
  "GET /assessment/round-item/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 督导检查项 导入：送文件 */
  "POST /assessment/round-item/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 督导检查项 导入：错误行 */
  "GET /assessment/round-item/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 任务考评映射 导出 */
  "GET /assessment/task-mapping/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 任务考评映射 导入模板 */
  "GET /assessment/task-mapping/template.xlsx": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: Blob;
  };
  /** 任务考评映射 导入：送文件 */
  "POST /assessment/task-mapping/import": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
    };
  };
  /** 任务考评映射 导入：错误行 */
  "GET /assessment/task-mapping/import/{importId}/errors.xlsx": {
    readonly takes: TakesImportId;
    readonly gives: Blob;
  };
  /** 考核方案 导出 */
  "GET /assessment/scheme/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 年度考核 导出 */
  "GET /assessment/year/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 考核申诉 导出 */
  "GET /assessment/appeal/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 督导问题 导出 */
  "GET /assessment/finding/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 表彰奖励 导出 */
  "GET /assessment/commendation/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 追责建议 导出 */
  "GET /assessment/sanction/export.xlsx": {
    readonly takes: TakesViewWhereQSortAfterOffsetLimit;
    readonly gives: Blob;
  };
  /** 运营单位 所附文件 */
  "GET /facilities/operator/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 运营月度绩效 所附文件 */
  "GET /facilities/operator-month/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 专项经费 所附文件 */
  "GET /facilities/funding/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 火灾隐患 所附文件 */
  "GET /hazard-loop/hazard/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 重大火灾隐患判定 所附文件 */
  "GET /hazard-loop/determination/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 挂牌批次 所附文件 */
  "GET /supervision-listing/batch/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 督改进度 所附文件 */
  "GET /supervision-listing/progress/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 销案后核查 所附文件 */
  "GET /supervision-listing/after-check/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 管控方案 所附文件 */
  "GET /supervision-listing/control-plan/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 挂牌督办 所附文件 */
  "GET /supervision-listing/listing/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 约谈 所附文件 */
  "GET /supervision-listing/interview/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 派出所消防监督考核 所附文件 */
  "GET /inspection/police-assessment/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 驻村民警 所附文件 */
  "GET /inspection/village-officer/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 驻村指导记录 所附文件 */
  "GET /inspection/village-guidance/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 技术服务 所附文件 */
  "GET /inspection/technical-service/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 告知承诺核查 所附文件 */
  "GET /inspection/commitment/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 查封巡查 所附文件 */
  "GET /enforcement/seal-check/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 联合检查记录 所附文件 */
  "GET /enforcement/joint-finding/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 行政处罚案件 所附文件 */
  "GET /enforcement/penalty/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 临时查封 所附文件 */
  "GET /enforcement/seal/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 停产停业（停止使用） 所附文件 */
  "GET /enforcement/stop-order/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 消防审验 所附文件 */
  "GET /enforcement/review/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 巡查记录 所附文件 */
  "GET /unit-management/patrol/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 维保检测报告 所附文件 */
  "GET /unit-management/service-report/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 演练记录 所附文件 */
  "GET /unit-management/drill/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 培训记录 所附文件 */
  "GET /unit-management/training/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 消防安全评估 所附文件 */
  "GET /unit-management/evaluation/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 制度与预案 所附文件 */
  "GET /unit-management/document/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 岗位责任人 所附文件 */
  "GET /unit-management/responsible/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 物业项目 所附文件 */
  "GET /unit-management/estate/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 物业服务记录 所附文件 */
  "GET /unit-management/service-record/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 联防活动 所附文件 */
  "GET /unit-management/joint-activity/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 标准化评定 所附文件 */
  "GET /unit-management/standardisation/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 维修资金应急使用 所附文件 */
  "GET /unit-management/fund-request/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 传统村落 所附文件 */
  "GET /key-places/traditional-village/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 专项整治 所附文件 */
  "GET /key-places/campaign/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 排查表 所附文件 */
  "GET /key-places/survey-sheet/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 街区阶段消防审查 所附文件 */
  "GET /key-places/district-gate/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 重大活动消防安保 所附文件 */
  "GET /key-places/event-security/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 技术指导申请 所附文件 */
  "GET /key-places/service-request/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 火灾调查 所附文件 */
  "GET /fire-investigation/investigation/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 责任书 所附文件 */
  "GET /responsibility/pledge/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 监管责任确定 所附文件 */
  "GET /responsibility/determination/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 责任追究 所附文件 */
  "GET /responsibility/accountability/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 行动与计划 所附文件 */
  "GET /policy-tasks/programme/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 节点 所附文件 */
  "GET /policy-tasks/milestone/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 任务进度 所附文件 */
  "GET /policy-tasks/progress/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 调研问题 所附文件 */
  "GET /policy-tasks/finding/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 试点 所附文件 */
  "GET /policy-tasks/pilot/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 经验做法 所附文件 */
  "GET /policy-tasks/practice/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 采用记录 所附文件 */
  "GET /policy-tasks/adoption/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 年度重点任务 所附文件 */
  "GET /policy-tasks/key-task/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 文件印发 所附文件 */
  "GET /policy-tasks/issue/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 配套措施 所附文件 */
  "GET /policy-tasks/supporting-measure/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 成效评估 所附文件 */
  "GET /policy-tasks/effect-review/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 任务 所附文件 */
  "GET /policy-tasks/task/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 文件签收 所附文件 */
  "GET /policy-tasks/receipt/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 优化建议 所附文件 */
  "GET /policy-tasks/proposal/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 消安委 所附文件 */
  "GET /committee/committee/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 议题 所附文件 */
  "GET /committee/agenda/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 工作专班 所附文件 */
  "GET /committee/task-force/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 督导跟进 所附文件 */
  "GET /committee/follow-up/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 专题报告 所附文件 */
  "GET /committee/report/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 协调事项 所附文件 */
  "GET /committee/matter/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 消防安全管理办公室 所附文件 */
  "GET /grassroots/office/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 基层工作记录 所附文件 */
  "GET /grassroots/activity/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 应急消防管理站 所附文件 */
  "GET /grassroots/station/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 群防群治队伍 所附文件 */
  "GET /grassroots/team/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 网格巡查 所附文件 */
  "GET /grassroots/patrol/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 建设规范 所附文件 */
  "GET /grassroots/norm/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 运行规程 所附文件 */
  "GET /grassroots/workflow/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 村社自查 所附文件 */
  "GET /grassroots/village-check/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 风险排查 所附文件 */
  "GET /grassroots/risk-check/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 平台事件 所附文件 */
  "GET /grassroots/event/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 重大问题清单 所附文件 */
  "GET /grassroots/problem/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 常住人口 所附文件 */
  "GET /assessment/population/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 火灾统计月报 所附文件 */
  "GET /assessment/fire-outcome/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 知晓率调查 所附文件 */
  "GET /assessment/awareness/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 手填数据 所附文件 */
  "GET /assessment/hand-value/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 现场抽查 所附文件 */
  "GET /assessment/site-check/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 结果运用 所附文件 */
  "GET /assessment/result-use/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 纳入考核体系 所附文件 */
  "GET /assessment/system/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 督导轮次 所附文件 */
  "GET /assessment/round/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 督导检查项 所附文件 */
  "GET /assessment/round-item/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 考核申诉 所附文件 */
  "GET /assessment/appeal/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 督导问题 所附文件 */
  "GET /assessment/finding/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 表彰奖励 所附文件 */
  "GET /assessment/commendation/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 追责建议 所附文件 */
  "GET /assessment/sanction/{id}/files/{file}": {
    readonly takes: TakesIdFile;
    readonly gives: Blob;
  };
  /** 单位 地图瓦片 */
  "GET /places/unit/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 建筑 地图瓦片 */
  "GET /places/building/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 微型消防站 地图瓦片 */
  "GET /micro-station/station/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 消防救援站 地图瓦片 */
  "GET /forces/station/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 警情 地图瓦片 */
  "GET /remote-monitoring/alarm/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 火灾隐患 地图瓦片 */
  "GET /hazard-loop/hazard/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 监督检查记录 地图瓦片 */
  "GET /inspection/visit/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 检查任务 地图瓦片 */
  "GET /inspection/task/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 动火作业票 地图瓦片 */
  "GET /enforcement/hot-work/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 建设工程 地图瓦片 */
  "GET /enforcement/project/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 行政处罚案件 地图瓦片 */
  "GET /enforcement/penalty/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 临时查封 地图瓦片 */
  "GET /enforcement/seal/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 停产停业（停止使用） 地图瓦片 */
  "GET /enforcement/stop-order/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 联防组织 地图瓦片 */
  "GET /unit-management/joint-group/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 整治对象 地图瓦片 */
  "GET /key-places/campaign-object/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 火灾高风险场所 地图瓦片 */
  "GET /key-places/high-risk-place/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 城中村 地图瓦片 */
  "GET /key-places/urban-village/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 城中村房屋 地图瓦片 */
  "GET /key-places/village-house/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 居住出租房 地图瓦片 */
  "GET /key-places/rental-house/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 老旧场所 地图瓦片 */
  "GET /key-places/old-place/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 大型商业综合体 地图瓦片 */
  "GET /key-places/large-mall/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 历史文化街区 地图瓦片 */
  "GET /key-places/historic-district/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 安保重点区域 地图瓦片 */
  "GET /key-places/security-zone/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 活动场馆 地图瓦片 */
  "GET /key-places/event-venue/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 传统村落 地图瓦片 */
  "GET /key-places/traditional-village/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 帮扶产业 地图瓦片 */
  "GET /key-places/supported-industry/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 排查表 地图瓦片 */
  "GET /key-places/survey-sheet/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 重大活动消防安保 地图瓦片 */
  "GET /key-places/event-security/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 技术指导申请 地图瓦片 */
  "GET /key-places/service-request/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 消防安全管理办公室 地图瓦片 */
  "GET /grassroots/office/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 应急消防管理站 地图瓦片 */
  "GET /grassroots/station/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 网格巡查 地图瓦片 */
  "GET /grassroots/patrol/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 风险排查 地图瓦片 */
  "GET /grassroots/risk-check/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 平台事件 地图瓦片 */
  "GET /grassroots/event/tiles/{z}/{x}/{y}": {
    readonly takes: TakesZXYViewWhereQDatumStand;
    readonly gives: Blob;
  };
  /** 导出审计日志 */
  "GET /identity/audit/export": {
    readonly takes: {
      readonly from?: string | null | undefined;
      readonly to?: string | null | undefined;
    };
    readonly gives: string;
  };
  /** 上传文件 */
  "POST /files": {
    readonly takes: FormData;
    readonly gives: KeptFile;
  };
  /** 取文件 */
  "GET /files/{id}": {
    readonly takes: TakesId;
    readonly gives: Blob;
  };
  /** 底图的一块 */
  "GET /base-maps/{id}/tiles/{z}/{x}/{y}": {
    readonly takes: {
      readonly id: string;
      readonly z: number;
      readonly x: number;
      readonly y: number;
    };
    readonly gives: Blob;
  };
  /** 查看原始照片 */
  "GET /inspection/photos/{id}/original": {
    readonly takes: TakesId;
    readonly gives: Blob;
  };
  /** 下载今天的现场资料 */
  "GET /inspection/field/day": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: FieldDay;
  };
  /** 导入检查表：送文件 */
  "POST /inspection/checklists/imports": {
    readonly takes: FormData;
    readonly gives: {
      readonly importId: string;
      readonly fileName: string;
      readonly rows: number;
      readonly columns: readonly ListImportColumn[];
    };
  };
  /** 看法律文书 */
  "GET /enforcement/document/{id}/page": {
    readonly takes: TakesId;
    readonly gives: string;
  };
  /** 取法律文书 */
  "GET /enforcement/document/{id}/file": {
    readonly takes: TakesId;
    readonly gives: Blob;
  };
  /** 取在用的文书模板 */
  "GET /enforcement/kinds/{kind}/template": {
    readonly takes: {
      readonly kind: string;
    };
    readonly gives: Blob;
  };
  /** 取责任书 */
  "GET /responsibility/pledges/{id}/pledge.docx": {
    readonly takes: TakesId;
    readonly gives: Blob;
  };
  /** 送任务分解表 */
  "POST /policy-tasks/task-tables": {
    readonly takes: FormData;
    readonly gives: {
      readonly id: string;
      readonly fileName: string;
      readonly tables: readonly {
        readonly rows: number;
        readonly columns: readonly {
          readonly header: string;
          readonly kind: "number" | "task" | "lead" | "support" | "due" | "measures" | "output" | "owner" | "section" | null;
        }[];
      }[];
    };
  };
  /** 导出专题报告 */
  "GET /policy-tasks/reports/yearly": {
    readonly takes: {
      readonly pack: string;
      readonly year?: number | null | undefined;
      readonly area?: number | null | undefined;
    };
    readonly gives: Blob;
  };
  /** 取会议纪要 */
  "GET /committee/meetings/{id}/minutes.docx": {
    readonly takes: TakesId;
    readonly gives: Blob;
  };
  /** 推送重大消防问题 */
  "POST /partner/problems": {
    readonly takes: PlatformProblem;
    readonly gives: {
      readonly id: string;
      readonly number: string;
      readonly state: string;
      readonly isNew: boolean;
    };
  };
  /** 推送事件 */
  "POST /partner/events": {
    readonly takes: PlatformEvent;
    readonly gives: {
      readonly id: string;
      readonly number: string;
      readonly state: string;
      readonly isNew: boolean;
      /** 隐患编号 */
      readonly hazard: string | null;
    };
  };
  /** 查询事件办理情况 */
  "GET /partner/events/{number}": {
    readonly takes: {
      readonly number: string;
    };
    readonly gives: {
      readonly id: string;
      readonly number: string;
      readonly state: string;
      readonly stateLabel: string;
      readonly dueAt: string | null;
      readonly result: string | null;
      readonly doneOn: string | null;
      readonly hazard: string | null;
    };
  };
  /** 为嵌入页取一次性票据 */
  "POST /partner/tickets": {
    readonly takes: {
      /** 本系统的账号；须在平台授权辖区内 */
      readonly account: string;
    };
    readonly gives: {
      readonly ticket: string;
      readonly expiresInSeconds: number;
      /** 放进 iframe 的地址；票据在 # 之后，不进日志 */
      readonly url: string;
    };
  };
  /** 嵌入页用票据换会话 */
  "POST /embedded/session": {
    readonly takes: {
      readonly key: string;
      readonly ticket: string;
    };
    readonly gives: {
      readonly token: string;
      readonly expiresAt: string;
      readonly name: string;
      readonly platform: string;
      readonly areaName: string;
    };
  };
  /** 嵌入页：我的事件、巡查、缺口 */
  "GET /embedded/home": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: {
      readonly name: string;
      readonly areaName: string;
      readonly platform: string;
      readonly may: {
        readonly patrol: boolean;
        readonly handle: boolean;
        readonly find: boolean;
      };
      readonly member: {
        readonly id: string;
        readonly planned: number | null;
        readonly patrols: number;
        readonly problems: number;
        readonly lastPatrolOn: string | null;
      } | null;
      readonly events: readonly {
        readonly id: string;
        readonly number: string;
        readonly title: string;
        readonly placeWords: string;
        readonly state: string;
        readonly dueAt: string | null;
        readonly kind: string;
      }[];
      readonly hazards: {
        readonly open: number;
        readonly overdue: number;
      };
      readonly registers: {
        readonly stale: number;
        readonly completeness: number | null;
      };
      readonly station: {
        readonly town: string;
        readonly staffPresent: number | null;
        readonly staffStandard: number | null;
        readonly phone: string | null;
        readonly onDuty: readonly string[];
      } | null;
      readonly areas: readonly {
        readonly key: number;
        readonly name: string;
      }[];
    };
  };
  /** 嵌入页：登记一次巡查 */
  "POST /embedded/patrols": {
    readonly takes: {
      /** 页面自编；重复提交不重复登记 */
      readonly id?: string;
      readonly route: string;
      readonly objects: number;
      readonly problems: number;
      readonly onSpot?: number;
      readonly foundWords: string;
    };
    readonly gives: {
      readonly id: string;
    };
  };
  /** 嵌入页：登记隐患 */
  "POST /embedded/hazards": {
    readonly takes: {
      readonly id?: string;
      readonly area: number;
      readonly placeWords: string;
      readonly what: string;
    };
    readonly gives: {
      readonly id: string;
      readonly number: string;
    };
  };
  /** 嵌入页：受理或办结事件 */
  "POST /embedded/events/{id}/{move}": {
    readonly takes: {
      readonly id: string;
      readonly move: "take" | "finish";
    } & {
      readonly dueOn?: string;
      readonly result?: string;
    };
    readonly gives: {
      readonly state: string;
    };
  };
  /** 实时推送 */
  "GET /live": {
    readonly takes: Readonly<Record<never, never>>;
    readonly gives: string;
  };
};
