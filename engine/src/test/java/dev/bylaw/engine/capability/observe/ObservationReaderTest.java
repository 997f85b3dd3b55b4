package dev.bylaw.engine.capability.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tools were seen to print, and what each of it means. */
@SuppressWarnings("StringConcatToTextBlock") // Tabs, line ends and trailing spaces count here.
class ObservationReaderTest {
  private static final String DOCKER =
      "cap_chown,cap_dac_override,cap_fowner,cap_fsetid,cap_kill,cap_setgid,cap_setuid,"
          + "cap_setpcap,cap_net_bind_service,cap_net_raw,cap_sys_chroot,cap_mknod,"
          + "cap_audit_write,cap_setfcap";
  private static final String DOCKER_SHOWN =
      "[CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, SETGID, SETUID, SETPCAP, NET_BIND_SERVICE,"
          + " NET_RAW, SYS_CHROOT, MKNOD, AUDIT_WRITE, SETFCAP]";
  private static final String GADGET =
      "K8S.NODE  K8S.PODNAME  COMM  PID  TID  UID  GID CAPABLE AUDIT CAP SYSCALL TIMESTAMP\n";

  private static Arguments of(String text, String... shown) {
    return Arguments.of(text, List.of(shown));
  }

  static Stream<Arguments> samples() {
    return Stream.of(
        // getpcaps
        of("Capabilities for `1234': = cap_chown,cap_kill+ep", "1 1234 UNTOLD [CHOWN, KILL]"),
        of("1234: = cap_chown,cap_kill+ep", "1 1234 UNTOLD [CHOWN, KILL]"),
        of("1234: cap_chown,cap_kill=ep", "1 1234 UNTOLD [CHOWN, KILL]"),
        of("Capabilities for '1234': cap_chown,cap_kill=ep", "1 1234 UNTOLD [CHOWN, KILL]"),
        of(
            "1234: \"cap_net_bind_service=eip\" [^cap_net_bind_service,!cap_sys_resource]",
            "1 1234 UNTOLD [NET_BIND_SERVICE]"),
        of("1: \"=\" []", "1 1 UNTOLD []"),
        of("1: =ep", "1 1 UNTOLD ALL"),
        of("$$: =ep", "1 $$ UNTOLD ALL"),
        of("2184: =ep cap_sys_resource-ep", "1 2184 UNTOLD ALL-[SYS_RESOURCE]"),
        of(
            "23724: =ep cap_sys_module,cap_sys_admin,cap_sys_resource-ep",
            "1 23724 UNTOLD ALL-[SYS_MODULE, SYS_ADMIN, SYS_RESOURCE]"),
        of("23729: " + DOCKER + "=ep", "1 23729 UNTOLD " + DOCKER_SHOWN),
        of("23736: =", "1 23736 UNTOLD []"),
        of("23741: cap_net_bind_service=eip", "1 23741 UNTOLD [NET_BIND_SERVICE]"),
        of("23754: =ep cap_net_raw+i cap_sys_resource-ep", "1 23754 UNTOLD ALL-[SYS_RESOURCE]"),
        of("7: cap_net_raw=i", "1 7 UNTOLD []"),
        of("\ufeff# seen\r\n\r\n$ getpcaps 7\r\n7: cap_kill=p\r\n", "4 7 UNTOLD [KILL]"),
        // capsh
        of(
            "Current: = cap_kill+ep\nBounding set =cap_chown,cap_kill\nSecurebits: 00/0x0/1'b0\n"
                + " secure-noroot: no (unlocked)\nuid=0(root)\ngid=0(root)\ngroups=",
            "1  ROOT [KILL] of [CHOWN, KILL]"),
        of(
            "Current: =\nBounding set =\nAmbient set =\nCurrent IAB: !cap_chown\n"
                + "Securebits: 00/0x0/1'b0 (no-new-privs=0)\nuid=0(root) euid=65534(nobody)\n"
                + "gid=0(root)\ngroups=\nGuessed mode: HYBRID (4)",
            "1  OTHER [] of []"),
        of("0x00000000a80425fb=" + DOCKER, "1  UNTOLD " + DOCKER_SHOWN),
        of("0x0000060000000001=cap_chown,41,42", "1  UNTOLD [CHOWN]+[41, 42]"),
        of("0x0000000000000000=", "1  UNTOLD []"),
        // /proc/PID/status
        of(
            "Name:\tnginx\nUmask:\t0022\nPid:\t7\nUid:\t0\t0\t0\t0\nCapInh:\t0000000000000000\n"
                + "CapPrm:\t00000000a80425fb\nCapEff:\t00000000a80425fb\nCapBnd:\t00000000a80425fb\n"
                + "CapAmb:\t0000000000000000\nNoNewPrivs:\t0\nSeccomp:\t2\n",
            "6 7 ROOT " + DOCKER_SHOWN + " of " + DOCKER_SHOWN),
        of(
            "CapInh:\t0000000000000400\nCapPrm:\t0000000000000000\nCapEff:\t0000000000000000\n"
                + "CapBnd:\t0000000000000400\nCapAmb:\t0000000000000000\nNoNewPrivs:\t1\n",
            "2  UNTOLD [] of [NET_BIND_SERVICE]"),
        of("CapEff:\t0000000000000400", "1  UNTOLD [NET_BIND_SERVICE]"),
        of("CapPrm: 000001ffffffffff", "1  UNTOLD ALL"),
        of(
            "/proc/1/status:CapPrm:\t0000000000000020\n/proc/2/status:CapPrm:\t0000000000000001\n",
            "1 1 UNTOLD [KILL]",
            "2 2 UNTOLD [CHOWN]"),
        of(
            "Pid:\t1\nUid:\t0\t100\t0\t0\nCapEff:\t0000000000000020\n\nPid:\t2\nCapEff:\t0",
            "3 1 OTHER [KILL]",
            "6 2 UNTOLD []"),
        // pscap
        of(
            "ppid  pid   name        command             capabilities\n"
                + "24906 24907 nobody      sleep               net_bind_service @ +\n"
                + "24906 24909 root        sleep               chown, kill +\n"
                + "0     1     root        init                full +\n"
                + "0     2     1000        my prog *           full\n",
            "2 24907 OTHER [NET_BIND_SERVICE]",
            "3 24909 ROOT [CHOWN, KILL]",
            "4 1 ROOT ALL",
            "5 2 OTHER ALL"),
        of("ppid  pid   uid   command  capabilities\n1 2 0 a kill", "2 2 ROOT [KILL]"),
        // capable
        of(
            "TIME      UID    PID    COMM             CAP  NAME                 AUDIT\n"
                + "22:11:23  114    2676   snmpd            12   CAP_NET_ADMIN        1\n"
                + "22:11:23  0      9      Web Content      21   CAP_SYS_ADMIN        0\n"
                + "        cap_capable+0x1 [kernel]\n        mmap\n",
            "2 2676 OTHER NET_ADMIN UNTOLD",
            "3 9 ROOT SYS_ADMIN UNTOLD NOT_AUDITED"),
        of(
            "TIME  UID  PID  TID  COMM  CAP  NAME  AUDIT  INSETID\n"
                + "08:23:02  0  13036  13036  setuidgid  7  CAP_SETUID  1  1\n"
                + "08:23:02  0  13036  13036  setuidgid  6  CAP_SETGID  1  N/A\n",
            "2 13036 ROOT SETUID UNTOLD INSETID",
            "3 13036 ROOT SETGID UNTOLD"),
        of(
            "TIME  UID  PID  COMM  CAP  NAME  AUDIT  VERDICT\n"
                + "22:11:23  0  7  run  24  CAP_SYS_RESOURCE  1  deny\n"
                + "22:11:23  0  7  run  5  CAP_KILL  1  allow  0\n",
            "2 7 ROOT SYS_RESOURCE DENIED",
            "3 7 ROOT KILL GRANTED"),
        // trace_capabilities
        of(
            GADGET
                + "minikube  pod  nice 169528 169528 0 0 false 1 CAP_SYS_NICE SYS_SETPRIORITY 2024…\n"
                + "               ni ce 1 1 1000 0 true 0 CAP_KILL SYS_KILL 2024…\n^C\n",
            "2 169528 ROOT SYS_NICE DENIED",
            "3 1 OTHER KILL GRANTED NOT_AUDITED"),
        of(
            "{\"cap\":\"CAP_SYS_NICE\",\"cap_raw\":23,\"capable\":true,\"audit\":1,\"insetid\":0,"
                + "\"current_userns\":1,\"target_userns\":1,\"syscall\":\"SYS_SETPRIORITY\","
                + "\"proc\":{\"comm\":\"nice\",\"pid\":1,\"creds\":{\"uid\":0,\"gid\":0}}}",
            "1 nice ROOT SYS_NICE GRANTED"),
        of(
            "[\n {\"cap\": \"CAP_KILL\", \"capable\": false},\n"
                + " {\"cap\": \"CAP_KILL\", \"capable\": true, \"audit\": 0},\n"
                + " {\"cap\": \"CAP_KILL\", \"capable\": true, \"insetid\": true},\n"
                + " {\"cap\": \"CAP_KILL\", \"capable\": true, \"current_userns\": 1,"
                + " \"target_userns\": 2}\n]\n1: =ep\n",
            "2  UNTOLD KILL DENIED",
            "3  UNTOLD KILL GRANTED NOT_AUDITED",
            "4  UNTOLD KILL GRANTED INSETID",
            "5  UNTOLD KILL GRANTED FOREIGN_NAMESPACE",
            "7 1 UNTOLD ALL"),
        of(
            "{\n\"cap\":\"CAP_KILL\",\"syscall\":\"a}\\\"{\"}\n\n{\"cap\":\"CAP_BPF\",\"capable\":true}",
            "1  UNTOLD KILL UNTOLD",
            "4  UNTOLD BPF GRANTED"),
        // cap-audit
        of(
            "{\"application\":{\"pid\":7,\"comm\":\"/bin/ping\"},\"required_capabilities\":[\n"
                + "{\"number\":13,\"name\":\"net_raw\",\"checks\":{\"total\":3,\"granted\":2,\"denied\":1}}],\n"
                + "\"denied_capabilities\":[{\"number\":21,\"name\":\"sys_admin\",\"attempts\":4},\n"
                + "{\"number\":24,\"name\":\"sys_resource\",\"not_granted_checks\":5}]}",
            "2 /bin/ping UNTOLD NET_RAW GRANTED x2",
            "2 /bin/ping UNTOLD NET_RAW DENIED",
            "3 /bin/ping UNTOLD SYS_ADMIN DENIED x4",
            "4 /bin/ping UNTOLD SYS_RESOURCE DENIED x5"),
        of(
            "application:\n  pid: 7\n  comm: \"ping\"\ncapability_drop_observed: false\n"
                + "required_capabilities:\n  - number: 13\n    name: net_raw\n    checks:\n"
                + "      total: 2\n      granted: 2\n      denied: 0\n    reason: \"x\"\n"
                + "denied_capabilities:\n1: cap_kill=p\n",
            "7 ping UNTOLD NET_RAW GRANTED x2",
            "14 1 UNTOLD [KILL]"),
        // Logs
        of(
            "[  12.3] audit: type=1400 audit(1.2:3): apparmor=\"DENIED\" operation=\"capable\""
                + " class=\"cap\" profile=\"snap\" pid=12 comm=\"snap-confine\" capability=12 "
                + " capname=\"net_admin\"\n"
                + "audit: apparmor=\"DENIED\" operation=\"open\" profile=\"x\" pid=1\n"
                + "audit: apparmor=\"ALLOWED\" operation=\"capable\" pid=3 capname=\"bpf\"",
            "1 12 UNTOLD NET_ADMIN DENIED",
            "3 3 UNTOLD BPF GRANTED"),
        of(
            "type=AVC msg=audit(1.2:3): avc:  denied  { dac_read_search dac_override } for  pid=9"
                + " comm=\"rngd\" capability=1 scontext=a tcontext=b tclass=capability permissive=0\n"
                + "avc:  denied  { bpf } for  pid=9 tclass=capability2 permissive=1\n"
                + "avc:  denied  { read } for  pid=9 tclass=file permissive=0\n",
            "1 9 UNTOLD DAC_READ_SEARCH DENIED",
            "1 9 UNTOLD DAC_OVERRIDE DENIED",
            "2 9 UNTOLD BPF GRANTED"),
        of(
            "  nginx-7 [000] .... 1.2: cap_capable: cred 00ab, target_ns 01, capable_ns 01, cap 10,"
                + " ret 0\ncap_capable: cred 00ab, target_ns 01, capable_ns 00, cap 21, ret -1",
            "1  UNTOLD NET_BIND_SERVICE GRANTED",
            "2  UNTOLD SYS_ADMIN DENIED"));
  }

  @ParameterizedTest
  @MethodSource
  void samples(String text, List<String> shown) {
    assertThat(Shown.read(text)).isEqualTo(shown);
  }

  static Stream<Arguments> refusals() {
    String noTool = "this line is not the output of a tool that is known";
    String nothing = "1: nothing about the capabilities of a process is told here";
    String noText = "this is no capability text: ";
    String noSet = "this is no set of capabilities: 16 hexadecimal digits are expected";
    String cutCapable = "this row is not whole";
    return Stream.of(
        of("", nothing),
        of("\n# nothing\n", nothing),
        of("TIME  UID  PID  COMM  CAP  NAME  AUDIT\n", nothing),
        of("ppid  pid   name  command  capabilities\n", nothing),
        of("[]", nothing),
        of("hello", "1: " + noTool),
        of("foo: bar", "1: " + noTool),
        of("\0\0\0", "1: " + noTool),
        of("1: =ep\nhello\n", "2: " + noTool),
        of(
            "1: =ep\r1: hello\r",
            "2: " + noText + "`hello` is no capability that is known, such as cap_chown"),
        of("1: ", "1: the sets are missing here"),
        of(
            "1: cap_foo=ep",
            "1: " + noText + "`cap_foo` is no capability that is known, such as cap_chown"),
        of("1: chown=ep", "1: " + noText + "`chown` lacks the prefix cap_"),
        of("1: cap_chown=EP", "1: " + noText + "the flags are e, i and p, in small letters"),
        of("Capabilities for 7: =ep", "1: the process is missing here"),
        of("Capabilities for `7' =ep", "1: the process is missing here"),
        of("1: \"=ep [x]", "1: the closing `\"` is missing here"),
        of("1: \"=ep\"", "1: `[…]` is missing after the capability text"),
        of("1: \"=ep\" [^cap_foo]", "1: `cap_foo` is no capability that is known"),
        of("1: \"=ep\" [chown]", "1: `chown` lacks the prefix cap_"),
        of(
            "Failed to get cap's for process 999999: (No such process)",
            "1: getpcaps found no such process here"),
        of("Cannot parse pid self: (Invalid argument)", "1: getpcaps found no such process here"),
        of("Current: ", "1: the sets are missing here"),
        of("Current: =ep\nBounding set =cap_foo", "2: `cap_foo` is no capability that is known"),
        of("Current: =ep\nBounding set =chown", "2: `chown` lacks the prefix cap_"),
        of("Current: =ep\nBounding set =cap_chown,", "2: a name is missing after this comma"),
        of("Current: =ep\nBounding set =64", "2: a capability's number is one of 0 to 63"),
        of("Current: =ep\nuid=root", "2: `uid=NUMBER(NAME)` is expected here"),
        of("0x1=cap_kill", "1: the mask and the names after it are not the same set"),
        of("0xg=cap_kill", "1: " + noSet),
        of("0x=cap_kill", "1: " + noSet),
        of("CapEff:\t00000000000004z0", "1: " + noSet),
        of("CapEff:\t00000000000000000400", "1: " + noSet),
        of("CapEff:", "1: " + noSet),
        of("CapBnd:\t0000000000000400", "1: this status does not tell what the process holds"),
        of("Name:\tx\nPid:\t1\n", "1: this status does not tell what the process holds"),
        of("CapPrm:\t0\nUid:\tx", "2: four user IDs are expected here"),
        of("1 2 root sleep chown, kil", "1: `kil` is no capability that is known"),
        of("1 2 root sleep chown,", "1: a name is missing after this comma"),
        of("1 2 root", "1: " + cutCapable),
        of("1 2 root kill", "1: " + cutCapable),
        of("22:11:23  114  2676  snmpd  12  CAP_NET_ADMIN", "1: " + cutCapable),
        of("22:11:23  114  2676  snmpd  CAP_NET_ADMIN  1", "1: " + cutCapable),
        of("22:11:23  0  1  x  12  CAP_KILL  1", "1: KILL has the number 5, not this one"),
        of("22:11:23  0  1  x  41  ?  1", "1: this capability has no name that Bylaw knows"),
        of("22:11:23  0  1  x  5  CAP_KILL  maybe", "1: 1, 0, allow or deny is expected here"),
        of("22:11:23  0  1  x  5  CAP_KIL  1", "1: `CAP_KIL` is no capability that is known"),
        of(GADGET + "x 1 1 0 0 maybe 1 CAP_KILL SYS_KILL t", "2: true or false is expected here"),
        of(GADGET + "x 1 1 0 0 true 2 CAP_KILL SYS_KILL t", "2: 0 or 1 is expected here"),
        of(
            GADGET + "x 1 1 0 0 true 1 CAP_KI… SYS_KILL t",
            "2: `CAP_KI…` is no capability that is known"),
        of(
            GADGET + "x 1 1 0 0 true 1 KILL SYS_KILL t",
            "2: a capability is expected here, such as CAP_CHOWN"),
        of(GADGET + "CAP_KILL t", "2: this row is not whole: its header has 12 columns"),
        of(
            "CAPABLE CAP COMM SYSCALL",
            "1: the column CAP stands before COMM, so rows cannot be told apart"),
        of("{", "1: a key in double quotes is missing before this"),
        of("[\nx]", "2: a value is missing before this"),
        of("{}", "1: this is no JSON of a tool that Bylaw knows"),
        of("[1]", "1: this line is not the output of a tool that is known"),
        of(
            "[{\"cap\":\"CAP_KILL\",\"capable\":true},\n1]",
            "1: this is no JSON of a tool that Bylaw knows"),
        of("{\"cap\":\"CAP_FOO\",\"capable\":true}", "1: `CAP_FOO` is no capability that is known"),
        of("{\"cap\":\"ALL\",\"capable\":true}", "1: `ALL` is no capability that is known"),
        of("{\"cap\":5,\"capable\":true}", "1: `cap` must be a string, but is a number"),
        of(
            "{\"cap\":\"CAP_KILL\",\"capable\":\"yes\"}",
            "1: `capable` must be true or false, but is a string"),
        of(
            "{\"cap\":\"CAP_KILL\",\"capable\":true,\"audit\":1.5}",
            "1: `audit` must be a whole number, but is a number"),
        of(
            "{\"cap\":\"CAP_KILL\",\"capable\":true,\"proc\":[]}",
            "1: `proc` must be a map, but is a list"),
        of(
            "{\"required_capabilities\":{}}",
            "1: `required_capabilities` must be a list, but is a map"),
        of(
            "{\"required_capabilities\":[{\"number\":5}]}",
            "1: the name of a capability is missing here"),
        of(
            "{\"required_capabilities\":[5]}",
            "1: `required_capabilities` must be a map, but is a number"),
        of("application:\n  pid: 7\n", "1: `required_capabilities` is missing in this report"),
        of("apparmor=\"DENIED\" operation=\"capable\"", "1: `capname=\"…\"` is missing here"),
        of("apparmor=\"DENIED\" pid=1", "1: `operation=\"…\"` is missing here"),
        of(
            "apparmor=\"MAYBE\" operation=\"capable\" capname=\"kill\"",
            "1: DENIED or ALLOWED is expected here"),
        of("avc: denied tclass=capability", "1: `{ … }` with the refused capabilities is missing"),
        of("avc: denied { kil } tclass=capability", "1: `kil` is no capability that is known"),
        of("cap_capable: cred 0, cap x, ret 0", "1: `cap NUMBER` is missing here"),
        of("cap_capable: cred 0, cap 5", "1: `ret NUMBER` is missing here"),
        of("cap_capable: cred 0, cap 41, ret 0", "1: no capability has the number 41"));
  }

  @ParameterizedTest
  @MethodSource
  void refusals(String text, List<String> shown) {
    assertThat(Shown.read(text)).isEqualTo(shown);
  }
}
