package dev.bylaw.engine.capability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A Linux capability, in the order of its number in the kernel.
 *
 * <p>Source: capabilities(7) of the Linux man-pages (man7.org) and {@code linux/capability.h}; 40
 * is the last up to Linux 6.x. Kubernetes names them without the prefix {@code CAP_}.
 */
public enum Capability {
  CHOWN(0, "2.2", "Change the owner and group of any file."),
  DAC_OVERRIDE(1, "2.2", "Read, write and execute any file, whatever its permissions."),
  DAC_READ_SEARCH(2, "2.2", "Read any file and list any directory, whatever its permissions."),
  FOWNER(3, "2.2", "Act as the owner of any file: change its mode, times and attributes."),
  FSETID(4, "2.2", "Keep the set-user-ID and set-group-ID bits when a file changes."),
  KILL(5, "2.2", "Send signals to processes of any user."),
  SETGID(6, "2.2", "Take on any group ID."),
  SETUID(7, "2.2", "Take on any user ID, root's too."),
  SETPCAP(8, "2.2", "Hand its own capabilities on, and take them out of its bounding set."),
  LINUX_IMMUTABLE(9, "2.2", "Set and clear the immutable and append-only attributes of files."),
  NET_BIND_SERVICE(10, "2.2", "Listen on ports below 1024."),
  NET_BROADCAST(
      11, "2.2", "Broadcast on sockets and listen to multicasts; the kernel does not check it."),
  NET_ADMIN(12, "2.2", "Reconfigure the network: interfaces, routes, firewall rules."),
  NET_RAW(
      13,
      "2.2",
      "Craft any packet through raw and packet sockets, so forge addresses on the network."),
  IPC_LOCK(14, "2.2", "Lock memory, so that it is never swapped out."),
  IPC_OWNER(15, "2.2", "Use any System V shared memory, semaphore or message queue."),
  SYS_MODULE(16, "2.2", "Load code into the kernel and remove it."),
  SYS_RAWIO(17, "2.2", "Reach I/O ports and physical memory directly."),
  SYS_CHROOT(18, "2.2", "Change the root directory, and enter other mount namespaces."),
  SYS_PTRACE(19, "2.2", "Inspect and steer any process, its memory included."),
  SYS_PACCT(20, "2.2", "Switch process accounting on and off."),
  SYS_ADMIN(
      21, "2.2", "Mount file systems, and do so many other things that it is close to being root."),
  SYS_BOOT(22, "2.2", "Reboot the machine, or start another kernel."),
  SYS_NICE(23, "2.2", "Raise the priority of any process and choose the CPUs it runs on."),
  SYS_RESOURCE(24, "2.2", "Go beyond resource limits and disk quotas."),
  SYS_TIME(25, "2.2", "Set the machine's clock."),
  SYS_TTY_CONFIG(26, "2.2", "Configure virtual terminals, and hang them up."),
  MKNOD(27, "2.4", "Create device files."),
  LEASE(28, "2.4", "Take leases on any file."),
  AUDIT_WRITE(29, "2.6.11", "Write records into the kernel's audit log."),
  AUDIT_CONTROL(30, "2.6.11", "Switch auditing off and change its rules."),
  SETFCAP(31, "2.6.24", "Give capabilities to files."),
  MAC_OVERRIDE(32, "2.6.25", "Override mandatory access control (Smack)."),
  MAC_ADMIN(33, "2.6.25", "Configure mandatory access control (Smack)."),
  SYSLOG(34, "2.6.37", "Read the kernel's log and the addresses in it."),
  WAKE_ALARM(35, "3.0", "Set timers that wake the machine from sleep."),
  BLOCK_SUSPEND(36, "3.5", "Keep the machine from going to sleep."),
  AUDIT_READ(37, "3.16", "Read the kernel's audit log."),
  PERFMON(38, "5.8", "Watch the whole system's performance, down to the kernel."),
  BPF(39, "5.8", "Load BPF programs into the kernel."),
  CHECKPOINT_RESTORE(
      40, "5.9", "Freeze processes and restore them, with the process IDs of choice.");

  // No EnumSet: it asks for the constants by reflection, and to do so while they are being made the
  // JVM first writes a class, which costs a cold start more than all that follows.
  private static final Set<Capability> ALL =
      Collections.unmodifiableSet(new LinkedHashSet<>(List.of(values())));

  private final int number;
  private final String since;
  private final String allows;

  Capability(int number, String since, String allows) {
    this.number = number;
    this.since = since;
    this.allows = allows;
  }

  /** Its number in the kernel, 0 to 40: the bit in the masks of {@code /proc/<pid>/status}. */
  public int number() {
    return number;
  }

  /** The first Linux kernel that has it: {@code 2.6.24}. */
  public String since() {
    return since;
  }

  /** What it allows, as one sentence. */
  public String allows() {
    return allows;
  }

  /** All of them, by number. */
  public static Set<Capability> all() {
    return ALL;
  }

  /** Their names, by number: {@code CHOWN}, … */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Capability capability : ALL) {
      names.add(capability.name());
    }
    return names;
  }
}
